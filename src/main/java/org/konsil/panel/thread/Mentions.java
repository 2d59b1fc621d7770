package org.konsil.panel.thread;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is mentioned in which message. */
@Repository
public class Mentions {

    private record Mention(UUID message, String user) {}

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID message, Collection<String> users) {
        users.stream()
                .distinct()
                .forEach(user -> jdbc.sql("INSERT INTO panel_mention (message_id, user_id) VALUES (?, ?)")
                        .params(message, user)
                        .update());
    }

    /** By message. */
    public Map<UUID, List<String>> of(CaseId caseId) {
        return jdbc
                .sql("SELECT x.message_id, x.user_id FROM panel_mention x JOIN panel_message m ON m.id = x.message_id"
                        + " WHERE m.case_id = ? ORDER BY x.user_id")
                .param(caseId.value())
                .query((row, number) -> new Mention(row.getObject("message_id", UUID.class), row.getString("user_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Mention::message, Collectors.mapping(Mention::user, Collectors.toList())));
    }
}
