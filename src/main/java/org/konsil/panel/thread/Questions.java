package org.konsil.panel.thread;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that are marked as questions to the home clinician: they go into the lead's next request, which stops the clock. */
@Repository
public class Questions {

    /** What became of a question. */
    public enum State {
        /** Waits for the lead, who sends it. */
        OPEN,
        /** The home clinician was asked. */
        ASKED,
        /** The home clinician has answered. */
        ANSWERED
    }

    private record Marked(UUID message, State state) {}

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marking twice is once. To be called with the message held. */
    public void mark(CaseId caseId, UUID message, String by, Instant at) {
        if (!of(caseId).containsKey(message)) {
            jdbc.sql("INSERT INTO panel_question (message_id, case_id, state, marked_by, marked_at)"
                            + " VALUES (?, ?, 'OPEN', ?, ?)")
                    .params(message, caseId.value(), by, at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Takes the mark back, unless the question was sent. */
    public void unmark(UUID message) {
        jdbc.sql("DELETE FROM panel_question WHERE message_id = ? AND state = 'OPEN'")
                .param(message)
                .update();
    }

    /** The lead's request has these questions in it. */
    public void asked(Collection<UUID> messages, UUID request) {
        messages.forEach(message -> jdbc.sql("UPDATE panel_question SET state = 'ASKED', request_id = ?"
                        + " WHERE message_id = ? AND state = 'OPEN'")
                .params(request, message)
                .update());
    }

    /** The home clinician has answered the request. */
    public void answered(UUID request) {
        jdbc.sql("UPDATE panel_question SET state = 'ANSWERED' WHERE request_id = ? AND state = 'ASKED'")
                .param(request)
                .update();
    }

    /** By message. */
    public Map<UUID, State> of(CaseId caseId) {
        return jdbc
                .sql("SELECT message_id, state FROM panel_question WHERE case_id = ?")
                .param(caseId.value())
                .query((row, number) ->
                        new Marked(row.getObject("message_id", UUID.class), State.valueOf(row.getString("state"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Marked::message, Marked::state));
    }

    /** Those that wait for the lead. */
    public List<UUID> open(CaseId caseId) {
        return of(caseId).entrySet().stream()
                .filter(one -> one.getValue() == State.OPEN)
                .map(Map.Entry::getKey)
                .toList();
    }
}
