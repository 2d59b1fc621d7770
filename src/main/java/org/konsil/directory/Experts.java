package org.konsil.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    Map<String, Set<String>> branches(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT user_id, head FROM directory_expertise WHERE user_id IN (:users)")
                        .param("users", userIds)
                        .query((row, number) -> Map.entry(row.getString("user_id"), row.getString("head")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    List<String> disciplines() {
        return jdbc.sql("SELECT DISTINCT discipline FROM directory_expert ORDER BY discipline")
                .query(String.class)
                .list();
    }

    Optional<Expertise> expertise(String userId) {
        var branches = branches(List.of(userId)).getOrDefault(userId, Set.of());
        return jdbc.sql("SELECT discipline, languages, version FROM directory_expert WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> new Expertise(
                        row.getString("discipline"),
                        List.of(row.getString("languages").split(" ", -1)),
                        branches,
                        row.getInt("version")))
                .optional();
    }

    boolean keep(String userId, Expertise said) {
        var changed = jdbc.sql("UPDATE directory_expert SET discipline = ?, languages = ?, version = version + 1"
                        + " WHERE user_id = ? AND version = ?")
                .params(said.discipline(), String.join(" ", said.languages()), userId, said.version())
                .update();
        if (changed > 0) {
            jdbc.sql("DELETE FROM directory_expertise WHERE user_id = ?")
                    .param(userId)
                    .update();
            said.branches()
                    .forEach(head -> jdbc.sql("INSERT INTO directory_expertise (user_id, head) VALUES (?, ?)")
                            .params(userId, head)
                            .update());
        }
        return changed > 0;
    }

    /** Those whose expertise was changed by hand. */
    Set<String> kept() {
        return Set.copyOf(jdbc.sql("SELECT user_id FROM directory_expert WHERE version > 0")
                .query(String.class)
                .list());
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
