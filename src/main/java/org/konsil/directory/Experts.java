package org.konsil.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who can sit on a panel. */
@Repository
class Experts {

    private final JdbcClient jdbc;

    Experts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Expert> of(NetworkId network) {
        return jdbc.sql("SELECT * FROM directory_expert WHERE network_id = :network ORDER BY user_id")
                .param("network", network.value())
                .query(Experts::expert)
                .list();
    }

    List<Expert> guests() {
        return jdbc.sql("SELECT * FROM directory_expert WHERE network_id IS NULL ORDER BY user_id")
                .query(Experts::expert)
                .list();
    }

    Optional<Expert> find(String userId) {
        return jdbc.sql("SELECT * FROM directory_expert WHERE user_id = :user")
                .param("user", userId)
                .query(Experts::expert)
                .optional();
    }

    List<String> expertise(String userId) {
        return jdbc.sql("SELECT head FROM directory_expertise WHERE user_id = :user ORDER BY head")
                .param("user", userId)
                .query(String.class)
                .list();
    }

    private static Expert expert(ResultSet row, int number) throws SQLException {
        var network = row.getString("network_id");
        return new Expert(
                row.getString("user_id"),
                network == null ? null : NetworkId.of(network),
                row.getString("name"),
                Country.of(row.getString("country")),
                row.getString("discipline"),
                List.of(row.getString("languages").split(" ", -1)));
    }
}
