package org.konsil.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Networks, who coordinates them and who takes part. */
@Repository
class Networks {

    private static final String MEMBERSHIP = """
        SELECT m.*, p.country FROM directory_membership m JOIN directory_provider p ON p.id = m.provider_id
        WHERE m.valid_from <= :day AND (m.valid_until IS NULL OR m.valid_until >= :day)
        """;

    private final JdbcClient jdbc;

    Networks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With the coordination of that day, else the one that ended last. */
    Optional<Network> find(NetworkId id, LocalDate day) {
        return jdbc.sql("""
            SELECT n.*, c.provider_id, c.valid_from, c.valid_until, p.country
            FROM directory_network n JOIN directory_coordination c ON c.network_id = n.id
            JOIN directory_provider p ON p.id = c.provider_id
            WHERE n.id = :id AND c.valid_from <= :day ORDER BY c.valid_from DESC FETCH FIRST ROW ONLY
            """)
                .param("id", id.value())
                .param("day", day)
                .query(Networks::network)
                .optional();
    }

    List<Network> all(LocalDate day) {
        return jdbc.sql("""
            SELECT n.*, c.provider_id, c.valid_from, c.valid_until, p.country
            FROM directory_network n JOIN directory_coordination c ON c.network_id = n.id
            JOIN directory_provider p ON p.id = c.provider_id
            WHERE c.valid_from <= :day AND (c.valid_until IS NULL OR c.valid_until >= :day)
            ORDER BY n.name
            """).param("day", day).query(Networks::network).list();
    }

    /** Members in the country, and full members that sponsor it. */
    List<Membership> members(NetworkId network, Country country, LocalDate day) {
        return jdbc.sql(MEMBERSHIP + """
            AND m.network_id = :network AND (p.country = :country OR m.kind = 'FULL' AND EXISTS (
              SELECT 1 FROM directory_sponsorship s WHERE s.provider_id = m.provider_id AND s.country = :country
              AND s.valid_from <= :day AND (s.valid_until IS NULL OR s.valid_until >= :day)))
            ORDER BY CASE m.kind WHEN 'FULL' THEN 0 ELSE 1 END, m.asked_rank, m.valid_from, m.provider_id
            """)
                .param("day", day)
                .param("network", network.value())
                .param("country", country.code())
                .query(Networks::membership)
                .list();
    }

    List<Membership> membershipsOf(String providerId, LocalDate day) {
        return jdbc.sql(MEMBERSHIP + "AND m.provider_id = :provider ORDER BY m.network_id")
                .param("day", day)
                .param("provider", providerId)
                .query(Networks::membership)
                .list();
    }

    boolean isSponsored(Country country, LocalDate day) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM directory_sponsorship
                        WHERE country = :country AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)
                        """)
                        .param("country", country.code())
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Network network(ResultSet row, int number) throws SQLException {
        return new Network(
                NetworkId.of(row.getString("id")),
                row.getString("name"),
                row.getString("area"),
                Country.of(row.getString("country")),
                row.getString("provider_id"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                NetworkId.of(row.getString("network_id")),
                row.getString("provider_id"),
                Country.of(row.getString("country")),
                Membership.Kind.valueOf(row.getString("kind")),
                row.getInt("asked_rank"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
