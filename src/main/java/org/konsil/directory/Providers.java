package org.konsil.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.konsil.kernel.Country;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Healthcare providers and their data protection officers' approvals. */
@Repository
class Providers {

    private final JdbcClient jdbc;

    Providers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Provider> find(String id) {
        return jdbc.sql("SELECT * FROM directory_provider WHERE id = :id")
                .param("id", id)
                .query(Providers::provider)
                .optional();
    }

    List<Provider> in(Country country) {
        return jdbc.sql("SELECT * FROM directory_provider WHERE country = :country ORDER BY name")
                .param("country", country.code())
                .query(Providers::provider)
                .list();
    }

    List<Country> homeCountries() {
        return jdbc
                .sql("SELECT DISTINCT country FROM directory_provider WHERE kind = 'HOSPITAL' ORDER BY country")
                .query(String.class)
                .list()
                .stream()
                .map(Country::of)
                .toList();
    }

    /** False if there is no such provider. */
    boolean approve(String id, LocalDate until) {
        return jdbc.sql("UPDATE directory_provider SET approved_until = :until WHERE id = :id")
                        .param("until", until)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Provider provider(ResultSet row, int number) throws SQLException {
        return new Provider(
                row.getString("id"),
                row.getString("name"),
                row.getString("city"),
                Country.of(row.getString("country")),
                row.getString("region"),
                Provider.Kind.valueOf(row.getString("kind")),
                row.getObject("approved_until", LocalDate.class));
    }
}
