package org.konsil.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds experts by hand, besides what the clocks do. */
@Service
class Reminders {

    /** Whoever was reminded is left in peace for so long: default of the product. */
    private static final Duration PEACE = Duration.ofHours(20);

    private record Sent(UUID invitation, Instant at) {}

    private final InvitationRows invitations;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Reminders(InvitationRows invitations, JdbcClient jdbc, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.invitations = invitations;
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws AlreadyAnswered if nothing is awaited from the expert any more. @throws RemindedAlready within a day */
    @Transactional
    void remind(CaseId caseId, UUID invitation, Actor by) {
        var held = invitations.lock(invitation);
        if (!held.caseId().equals(caseId)) {
            throw new NotInvited(caseId);
        }
        if (!held.canDropOut() || held.sentAt() == null) {
            throw new AlreadyAnswered(caseId);
        }
        var now = clock.instant();
        var before = of(caseId).getOrDefault(invitation, List.of());
        if (before.stream().anyMatch(at -> at.plus(PEACE).isAfter(now))) {
            throw new RemindedAlready(caseId);
        }
        jdbc.sql("INSERT INTO panel_reminder (id, invitation_id, case_id, sent_by, sent_at) VALUES (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), invitation, caseId.value(), by.userId(), now.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(Entry.done(by, "reminder-sent", caseId)
                .on("invitation:" + invitation)
                .with("to", held.expert()));
        events.publishEvent(new ExpertReminded(caseId, invitation, held.expert(), held.takesPart()));
    }

    /** When experts of the case were reminded by hand, by invitation, oldest first. */
    @Transactional(readOnly = true)
    Map<UUID, List<Instant>> of(CaseId caseId) {
        return jdbc
                .sql("SELECT invitation_id, sent_at FROM panel_reminder WHERE case_id = ? ORDER BY sent_at")
                .param(caseId.value())
                .query((row, number) -> new Sent(
                        row.getObject("invitation_id", UUID.class),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Sent::invitation, Collectors.mapping(Sent::at, Collectors.toList())));
    }
}
