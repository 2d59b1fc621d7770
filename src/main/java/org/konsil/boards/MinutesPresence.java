package org.konsil.boards;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who writes minutes of which case, whichever node shows them the page. */
@Service
public class MinutesPresence {

    private final JdbcClient jdbc;
    private final Clock clock;

    MinutesPresence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody before the minutes of a case. {@code person}: a user id. */
    public record Writer(UUID session, CaseId caseId, String person) {}

    /** All who were there in the last minutes. */
    public Set<Writer> at(Collection<UUID> sessions) {
        var now = clock.instant();
        // another node's clock may be ahead
        return seen(sessions, now.minus(MinutesDesk.PRESENT), now.plus(MinutesDesk.PRESENT));
    }

    /** Their page is open still; whoever never had the minutes before them, or whose case is done, is not there by this. */
    public void stay(Collection<Writer> people) {
        var now = clock.instant();
        var sessions = people.stream().map(Writer::session).collect(Collectors.toSet());
        var silent = seen(sessions, now.minus(MinutesDesk.PRESENT), now.minus(MinutesDesk.SIGN));
        people.stream()
                .filter(silent::contains)
                .forEach(one -> jdbc.sql(
                                "UPDATE board_desk SET seen_at = ? WHERE meeting_id = ? AND case_id = ? AND user_id = ?")
                        .params(utc(now), one.session(), one.caseId().value(), one.person())
                        .update());
    }

    /** Who gave the last sign between these moments. */
    private Set<Writer> seen(Collection<UUID> sessions, Instant after, Instant until) {
        return sessions.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT meeting_id, case_id, user_id FROM board_desk"
                                + " WHERE meeting_id IN (:sessions) AND seen_at > :after AND seen_at <= :until")
                        .param("sessions", sessions)
                        .param("after", utc(after))
                        .param("until", utc(until))
                        .query((row, number) -> new Writer(
                                row.getObject("meeting_id", UUID.class),
                                new CaseId(row.getObject("case_id", UUID.class)),
                                row.getString("user_id")))
                        .set();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
