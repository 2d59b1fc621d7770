package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions in which a panel speaks about a case, and their minutes, sealed. */
@Service
public class PanelSessions {

    /** How long after the session its minutes are wanted: default of the product. */
    private static final Period MINUTES_WITHIN = Period.ofDays(7);

    /** What became of a session. */
    public enum State {
        PLANNED,
        CALLED,
        HELD,
        CALLED_OFF
    }

    /** One session. {@code minutes}: the fields of form {@code meeting-minutes}, once there are any; {@code writtenBy} and {@code endedAt}: who wrote them, and when. */
    public record Session(
            UUID id,
            CaseId caseId,
            LocalDate meetsOn,
            State state,
            @Nullable JsonNode minutes,
            @Nullable String writtenBy,
            @Nullable Instant endedAt) {}

    private final PanelRows panels;
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final CaseFiles cases;
    private final Outbox outbox;
    private final JobLedger jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PanelSessions(
            PanelRows panels,
            JdbcClient jdbc,
            Sealed sealed,
            CaseFiles cases,
            Outbox outbox,
            JobLedger jobs,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.panels = panels;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.cases = cases;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The sessions of all panels of a case, by day. Clinical: access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public List<Session> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM panel_session WHERE case_id = ? ORDER BY meets_on, called_at")
                .param(caseId.value())
                .query(this::session)
                .list();
    }

    /** Starts the process of every session that the lead planned. */
    @Transactional
    public void call(CaseId caseId, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
            of(caseId).stream().filter(it -> it.state() == State.PLANNED).forEach(it -> start(panel, it));
            return true;
        });
    }

    void plan(CaseId caseId, LocalDate day, Actor by) {
        var panel = panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
        var id = add(panel, day, State.PLANNED);
        audit.record(Entry.done(by, "session-called", caseId).on("session:" + id));
    }

    private UUID add(Panel panel, LocalDate day, State state) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO panel_session (id, panel_id, case_id, meets_on, state, called_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        panel.id(),
                        panel.caseId().value(),
                        day,
                        state.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Those of the newest panel of a case that were held, by day. Clinical: access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public List<Session> held(CaseId caseId) {
        return panels.of(caseId).stream()
                .flatMap(panel -> jdbc
                        .sql("SELECT * FROM panel_session WHERE panel_id = ? AND state = 'HELD'"
                                + " ORDER BY meets_on, called_at")
                        .param(panel.id())
                        .query(this::session)
                        .list()
                        .stream())
                .toList();
    }

    /**
     * Keeps the minutes that were written in a session of the network's board. Where the lead had called a session for that day, they
     * are its minutes, and nobody has to write them again.
     *
     * @param minutes the fields of form {@code meeting-minutes}
     * @throws NotThePanel if the panel is over
     */
    @Transactional
    public UUID hold(CaseId caseId, LocalDate day, JsonNode minutes, Actor by) {
        var panel = panels.lock(
                panels.of(caseId).orElseThrow(() -> new NoPanel(caseId)).id());
        if (panel.isOver()) {
            throw new NotThePanel(caseId);
        }
        var called = jdbc.sql("SELECT id FROM panel_session WHERE panel_id = ? AND meets_on = ? AND state = 'CALLED'")
                .params(panel.id(), day)
                .query(UUID.class)
                .list();
        var id = called.isEmpty() ? add(panel, day, State.HELD) : called.getFirst();
        keepMinutes(id, State.HELD, minutes, by);
        called.stream().limit(1).forEach(one -> outbox.publish(caseId, "session-canceled", one.toString(), Map.of()));
        audit.record(Entry.done(by, "minutes-kept", caseId).on("session:" + id));
        return id;
    }

    Session get(UUID id) {
        return jdbc.sql("SELECT * FROM panel_session WHERE id = ?")
                .param(id)
                .query(this::session)
                .single();
    }

    void keepMinutes(UUID id, State state, JsonNode minutes, Actor by) {
        var session = get(id);
        jdbc.sql("UPDATE panel_session SET state = ?, minutes = ?, ended_at = ?, written_by = ? WHERE id = ?")
                .params(
                        state.name(),
                        sealed.tree(session.caseId(), place(id), minutes),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by.userId(),
                        id)
                .update();
        if (state == State.HELD) {
            events.publishEvent(new SessionHeld(session.caseId(), id));
        }
    }

    void cancelOpen(Panel panel) {
        var open = jdbc.sql("SELECT id FROM panel_session WHERE panel_id = ? AND state IN ('PLANNED', 'CALLED')")
                .param(panel.id())
                .query(UUID.class)
                .list();
        for (var id : open) {
            stand(id, State.CALLED_OFF);
            outbox.publish(panel.caseId(), "session-canceled", id.toString(), Map.of());
        }
    }

    private void start(Panel panel, Session session) {
        var about = cases.summary(panel.caseId());
        var due = session.meetsOn().plus(MINUTES_WITHIN).atStartOfDay(ZoneOffset.UTC);
        stand(session.id(), State.CALLED);
        outbox.publish(
                panel.caseId(),
                "session-called",
                session.id().toString(),
                Map.of(
                        "caseId", panel.caseId().toString(),
                        "subjectId", session.id().toString(),
                        "network", panel.network().value(),
                        "provider", about.provider(),
                        "country", about.country().code(),
                        "urgency", about.urgency().code(),
                        "minutesDue", due.toInstant().toString()));
    }

    private void stand(UUID id, State state) {
        jdbc.sql("UPDATE panel_session SET state = ? WHERE id = ?")
                .params(state.name(), id)
                .update();
    }

    private Session session(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        return new Session(
                id,
                caseId,
                row.getObject("meets_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("minutes"))
                        .map(kept -> sealed.openTree(caseId, place(id), kept))
                        .orElse(null),
                row.getString("written_by"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private static String place(UUID session) {
        return "panel_session.minutes:" + session;
    }
}
