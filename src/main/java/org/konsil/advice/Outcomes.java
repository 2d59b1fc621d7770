package org.konsil.advice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.RoundBegun;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Stage;
import org.konsil.panel.Assessments;
import org.konsil.panel.ExpertExcluded;
import org.konsil.panel.Panels;
import org.konsil.process.JobLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outcomes of the cases, from the draft to the signed document. */
@Service
public class Outcomes {

    private final OutcomeRows rows;
    private final SignatureRows signatures;
    private final OutcomeDocument document;
    private final DocumentCheck checks;
    private final Panels panels;
    private final Assessments assessments;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    Outcomes(
            OutcomeRows rows,
            SignatureRows signatures,
            OutcomeDocument document,
            DocumentCheck checks,
            Panels panels,
            Assessments assessments,
            CaseFiles cases,
            CaseRounds rounds,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.signatures = signatures;
        this.document = document;
        this.checks = checks;
        this.panels = panels;
        this.assessments = assessments;
        this.cases = cases;
        this.rounds = rounds;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who drafts. */
    public record Opened(String lead) {}

    /** Who is asked to sign. */
    public record Signers(List<String> signers) {}

    /** The newest version; empty if none was drafted. Clinical: access and the audit of the reading are the caller's. */
    @Transactional(readOnly = true)
    public Optional<Outcome> of(CaseId caseId) {
        return rows.latest(caseId);
    }

    /** What was signed, whatever became of it, and what is worked on; the newest first. Clinical, as {@link #of}. */
    @Transactional(readOnly = true)
    public List<Outcome> all(CaseId caseId) {
        return rows.all(caseId);
    }

    /** The signed document; empty until the signing is closed. */
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(CaseId caseId) {
        return rows.pdf(caseId);
    }

    @Transactional(readOnly = true)
    public boolean travelNeeded(CaseId caseId) {
        return rows.latest(caseId).filter(Outcome::travelNeeded).isPresent();
    }

    /** When follow-up reports are wanted, in months after delivery; empty where the outcome does not say. */
    @Transactional(readOnly = true)
    public List<Integer> followUpPlan(CaseId caseId) {
        return rows.latest(caseId).map(Outcome::followUp).orElse(List.of());
    }

    /** One readable sentence per recommendation, in their order. */
    @Transactional(readOnly = true)
    public List<String> recommendations(CaseId caseId) {
        return rows.latest(caseId).map(Outcome::recommendations).orElse(List.of()).stream()
                .map(Recommendation::sentence)
                .toList();
    }

    /** Ends the assessment and calls the lead to draft. */
    @Transactional
    public Opened open(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Opened.class, () -> {
            assessments.finish(caseId);
            cases.enter(caseId, Stage.OUTCOME, CaseState.OUTCOME_DRAFT, Actor.SYSTEM);
            return new Opened(panels.of(caseId).orElseThrow().lead());
        });
    }

    /** Asks lead and experts to sign the newest draft. */
    @Transactional
    public Signers requestSignatures(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Signers.class, () -> {
            var outcome = newest(caseId);
            var signers = panels.signers(caseId);
            if (outcome.state() == Outcome.State.SUPERSEDED) {
                return new Signers(signers);
            }
            signatures.ask(outcome.id(), signers);
            rows.stand(outcome.id(), Outcome.State.SIGNING);
            cases.enter(caseId, Stage.OUTCOME, CaseState.SIGNING, Actor.SYSTEM);
            audit.record(entry("signatures-requested", outcome).with("signers", signers.size()));
            return new Signers(signers);
        });
    }

    /** Lists who has not signed, makes the document, and ends the panel's part. */
    @Transactional
    public void closeSigning(CaseId caseId, JobId job, Position position) {
        jobs.once(caseId, job, Boolean.class, () -> {
            panels.hold(caseId);
            var outcome = newest(caseId);
            rows.lock(outcome.id());
            if (outcome.state() == Outcome.State.SUPERSEDED) {
                return false;
            }
            var missing = signatures.closeOpen(outcome.id());
            var now = clock.instant();
            var pdf = document.of(newest(caseId), now, position);
            rows.close(outcome, pdf, now);
            panels.end(caseId);
            audit.record(
                    entry("outcome-signed", outcome)
                            .with("number", outcome.version())
                            .with("missing", missing)
                            .at(position.element())
                            .inVersion(position.version()),
                    checks.seal(caseId, pdf));
            return true;
        });
    }

    /** @throws NotASigner for anybody not asked, twice, or too late */
    @Transactional
    void sign(CaseId caseId, boolean agrees, String dissent, Actor by) {
        var outcome = newest(caseId);
        rows.lock(outcome.id());
        var state = agrees ? Signature.State.AGREED : Signature.State.DISSENTED;
        if (!signatures.sign(outcome.id(), caseId, by.userId(), state, dissent, clock.instant())) {
            throw new NotASigner(caseId);
        }
        audit.record(Entry.done(by, agrees ? "outcome-agreed" : "outcome-dissented", caseId)
                .on("outcome:" + outcome.id()));
    }

    /** What this round's panel drafted or signed. */
    @EventListener
    void superseded(ExpertExcluded event) {
        rows.latest(event.caseId())
                .filter(outcome -> rounds.of(event.caseId()).stream()
                        .noneMatch(round -> round.begunAt().isAfter(outcome.draftedAt())))
                .ifPresent(this::supersede);
    }

    /** A draft that was not signed ends with its round; what was signed stays. */
    @EventListener
    void ended(RoundBegun event) {
        rows.latest(event.caseId())
                .filter(outcome -> outcome.state() == Outcome.State.DRAFT || outcome.state() == Outcome.State.SIGNING)
                .ifPresent(this::supersede);
    }

    private void supersede(Outcome outcome) {
        rows.stand(outcome.id(), Outcome.State.SUPERSEDED);
        audit.record(entry("outcome-superseded", outcome).with("number", outcome.version()));
    }

    private Outcome newest(CaseId caseId) {
        return rows.latest(caseId).orElseThrow(() -> new NoOutcome(caseId));
    }

    private static Entry entry(String action, Outcome outcome) {
        return Entry.done(Actor.SYSTEM, action, outcome.caseId()).on("outcome:" + outcome.id());
    }
}
