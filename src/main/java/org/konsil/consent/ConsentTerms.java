package org.konsil.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseMoved;
import org.konsil.casefile.Cause;
import org.konsil.casefile.RoundBegun;
import org.konsil.clocks.Clocks;
import org.konsil.clocks.Standing;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A consent that ends on a day: the table {@code clocks}, row {@code consent-term}, says how long before it its renewal is asked for;
 * the drawing {@code consent-term} says what happens then.
 */
@Service
public class ConsentTerms {

    /** The clock that asks for the renewal. */
    static final String STEP = "consent-term";

    private final ConsentRows rows;
    private final CaseFiles cases;
    private final Grants grants;
    private final Clocks clocks;
    private final JobLedger jobs;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ConsentTerms(
            ConsentRows rows,
            CaseFiles cases,
            Grants grants,
            Clocks clocks,
            JobLedger jobs,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.grants = grants;
        this.clocks = clocks;
        this.jobs = jobs;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The day of the newest version, and who has the case now. The clock that asked for its renewal has done so; one that was started
     * meanwhile, with a version recorded elsewhere, goes on and asks in its time.
     *
     * @param again whether what was recorded when it was asked for does not suffice: then it is asked for at once, whatever its own day
     */
    @Transactional
    public Ends look(CaseId caseId, boolean again, JobId job) {
        return jobs.once(caseId, job, Ends.class, () -> {
            if (again) {
                clocks.finishStep(caseId, STEP);
            } else {
                clocks.of(caseId).stream()
                        .filter(it -> it.step().equals(STEP) && it.state() == Standing.State.DUE)
                        .forEach(it -> clocks.finish(it.id()));
            }
            var end = end(caseId);
            return new Ends(
                    (end == null ? clock.instant() : end).toString(),
                    cases.summary(caseId).provider());
        });
    }

    /** It has ended and is not renewed: whoever was let in by it knows that the case waits, and reads nothing of it. */
    @Transactional
    public void hold(CaseId caseId, JobId job) {
        jobs.once(caseId, job, Held.class, () -> {
            var end = end(caseId);
            if (end != null && !clock.instant().isBefore(end)) {
                grants.letWait(caseId, end);
                audit.record(Entry.done(Actor.SYSTEM, "consent-ended", caseId));
            }
            return new Held();
        });
    }

    /** A new version was recorded: its own day counts, and nobody waits any more. */
    void follow(Consent now, @Nullable Instant endedBefore, Asked asked) {
        var caseId = now.caseId();
        var end = now.document().end();
        var isAsked = endedBefore != null && isAsked(caseId);
        if (!now.given() || end == null || clock.instant().isBefore(end)) {
            grants.revokeAll(caseId, Grants.As.WAITING);
        }
        clocks.finishStep(caseId, STEP);
        if (now.given() && end != null && !cases.summary(caseId).state().isOver()) {
            clocks.startBefore(caseId, STEP, end);
        }
        if (isAsked && asked != Asked.BEFORE_IT_ENDS) {
            settle(caseId);
        }
        if (now.given() && asked != Asked.TO_SHARE) {
            outbox.publish(caseId, "consent-renewed", caseId.toString(), Map.of());
        }
    }

    /** Of a case that is over nobody asks for a renewal. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.isOver() && end(moved.caseId()) != null) {
            grants.revokeAll(moved.caseId(), Grants.As.WAITING);
            settle(moved.caseId());
        }
    }

    /** Work was taken back, and another hospital may have the case: who asks for the renewal is asked anew, unless consent is anyway. */
    @EventListener
    void on(RoundBegun begun) {
        var caseId = begun.caseId();
        var end = end(caseId);
        if (end != null && begun.round().cause() != Cause.REOPENED && isAsked(caseId)) {
            grants.revokeAll(caseId, Grants.As.WAITING);
            settle(caseId);
            clocks.startBefore(caseId, STEP, end);
        }
    }

    /** The clock has run out, and somebody has the work or is about to. */
    private boolean isAsked(CaseId caseId) {
        return clocks.of(caseId).stream()
                .noneMatch(it -> it.step().equals(STEP) && it.state() == Standing.State.RUNNING);
    }

    private void settle(CaseId caseId) {
        outbox.publish(caseId, "consent-settled", caseId.toString(), Map.of());
    }

    private @Nullable Instant end(CaseId caseId) {
        return rows.latest(caseId).map(consent -> consent.document().end()).orElse(null);
    }

    /**
     * @param consentEnds ISO 8601 instant of the first moment at which the consent does not hold any more
     * @param provider the hospital whose clinicians are asked
     */
    public record Ends(String consentEnds, String provider) {}

    record Held() {}
}
