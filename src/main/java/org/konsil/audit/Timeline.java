package org.konsil.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The history of all cases in the order in which it happened, for whoever counts: what was done, and when; never by whom. */
@Component
public class Timeline {

    /**
     * Something that was done.
     *
     * @param details codes, among them {@code old} and {@code new}
     */
    public record Moment(CaseId caseId, Instant at, String action, Map<String, String> details) {}

    private final NamedParameterJdbcTemplate jdbc;

    Timeline(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells of these actions up to a moment, one after the other; refused and failed ones are left out. */
    @Transactional(readOnly = true)
    public void tell(Set<String> actions, Instant until, Consumer<Moment> listener) {
        if (actions.isEmpty()) {
            return;
        }
        var asked = Map.of("actions", actions, "until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
        jdbc.query(
                "SELECT e.*, NULL AS hash FROM audit_event e WHERE action IN (:actions) AND outcome = 'DONE'"
                        + " AND case_id IS NOT NULL AND at < :until ORDER BY id",
                asked,
                row -> {
                    var read = AuditRow.read(row);
                    listener.accept(new Moment(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            read.at(),
                            read.entry().action(),
                            read.entry().details()));
                });
    }
}
