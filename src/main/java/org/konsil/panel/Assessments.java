package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Stage;
import org.konsil.panel.thread.Questions;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The assessment's clock, and the requests to the home clinician that stop it. */
@Service
public class Assessments {

    private final PanelRows panels;
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Outbox outbox;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;
    private final Questions questions;

    Assessments(
            PanelRows panels,
            JdbcClient jdbc,
            Sealed sealed,
            CaseFiles cases,
            Clocks clocks,
            Outbox outbox,
            JobLedger jobs,
            Audit audit,
            Clock clock,
            Questions questions) {
        this.panels = panels;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.cases = cases;
        this.clocks = clocks;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.questions = questions;
    }

    /** Which clock runs, and who leads. */
    public record Opened(String clockId, String lead) {}

    /** Who leads by now. */
    public record Resumed(String lead) {}

    /** The request that the assessment waits for. */
    public record Requested(String requestId) {}

    /** Starts the clock of the assessment. */
    @Transactional
    public Opened open(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Opened.class, () -> {
            var panel = panel(caseId);
            var id = clocks.start(caseId, "lead-discussion");
            panels.clock(panel.id(), id);
            cases.enter(caseId, Stage.ASSESS, CaseState.ASSESSING, Actor.SYSTEM);
            return new Opened(id, panel.lead());
        });
    }

    /** Sends the newest request of the lead to the home clinician; the clock stands still until the answer. */
    @Transactional
    public Requested request(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Requested.class, () -> {
            var panel = panel(caseId);
            var request = jdbc.sql("SELECT id FROM panel_request WHERE case_id = ? ORDER BY asked_at DESC")
                    .param(caseId.value())
                    .query(UUID.class)
                    .list()
                    .getFirst();
            clocks.await(caseId);
            cases.enter(caseId, Stage.ASSESS, CaseState.AWAITING_INFO, Actor.SYSTEM);
            var summary = cases.summary(caseId);
            outbox.publish(
                    caseId,
                    "information-requested",
                    request.toString(),
                    Map.of(
                            "caseId", caseId.toString(),
                            "subjectId", request.toString(),
                            "network", panel.network().value(),
                            "provider", summary.provider(),
                            "country", summary.country().code(),
                            "urgency", summary.urgency().code()));
            audit.record(
                    Entry.done(Actor.SYSTEM, "information-requested", caseId).on("request:" + request));
            return new Requested(request.toString());
        });
    }

    /** Tells the assessment that the home clinician has answered. */
    @Transactional
    public void close(CaseId caseId, UUID request, JobId job) {
        jobs.once(caseId, job, Boolean.class, () -> {
            outbox.publish(caseId, "information-complete", request.toString(), Map.of());
            audit.record(
                    Entry.done(Actor.SYSTEM, "information-complete", caseId).on("request:" + request));
            return true;
        });
    }

    /** The clock goes on. */
    @Transactional
    public Resumed resume(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Resumed.class, () -> {
            clocks.goOn(caseId);
            cases.enter(caseId, Stage.ASSESS, CaseState.ASSESSING, Actor.SYSTEM);
            return new Resumed(panel(caseId).lead());
        });
    }

    /** The assessment is over; its clock ends. */
    @Transactional
    public void finish(CaseId caseId) {
        Optional.ofNullable(panel(caseId).clockId()).ifPresent(clocks::finish);
    }

    UUID keepRequest(CaseId caseId, JsonNode asked) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO panel_request (id, panel_id, case_id, content, state, asked_at)"
                        + " VALUES (?, ?, ?, ?, 'OPEN', ?)")
                .params(
                        id,
                        panel(caseId).id(),
                        caseId.value(),
                        sealed.tree(caseId, "panel_request.content:" + id, asked),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    JsonNode asked(CaseId caseId, UUID request) {
        var content = jdbc.sql("SELECT content FROM panel_request WHERE id = ? AND case_id = ?")
                .params(request, caseId.value())
                .query(byte[].class)
                .single();
        return sealed.openTree(caseId, "panel_request.content:" + request, content);
    }

    void answered(UUID request) {
        jdbc.sql("UPDATE panel_request SET state = 'ANSWERED', answered_at = ? WHERE id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), request)
                .update();
        questions.answered(request);
    }

    private Panel panel(CaseId caseId) {
        return panels.of(caseId).orElseThrow(() -> new NoPanel(caseId));
    }
}
