package org.konsil.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseMoved;
import org.konsil.casefile.RoundBegun;
import org.konsil.clocks.Clocks;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.process.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The data protection officer of a provider is asked once, however many of its cases wait for the answer. */
@Service
public class Onboardings {

    private static final String WAIT = "await-approval";
    private static final String APPROVED = "approved";
    private static final String ASK = "ask";

    private final WaitingCases waiting;
    private final CaseFiles cases;
    private final Directory directory;
    private final Clocks clocks;
    private final JobLedger jobs;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Onboardings(
            WaitingCases waiting,
            CaseFiles cases,
            Directory directory,
            Clocks clocks,
            JobLedger jobs,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.waiting = waiting;
        this.cases = cases;
        this.directory = directory;
        this.clocks = clocks;
        this.jobs = jobs;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the officer is asked for this case, or it waits for the answer to another one; one that came too late to wait is told at once. */
    @Transactional
    public Joined join(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Joined.class, () -> {
            var provider = cases.summary(caseId).provider();
            waiting.oneAtATime(provider);
            var approved = directory.approvalValid(provider, LocalDate.now(clock));
            var asks = !approved
                    && waiting.asking(provider).filter(it -> !it.equals(caseId)).isEmpty();
            waiting.add(caseId, provider, asks, clock.instant());
            if (approved) {
                waiting.remove(caseId);
                tell(caseId, APPROVED);
            } else if (!asks) {
                clocks.start(caseId, WAIT);
                audit.record(Entry.done(Actor.SYSTEM, "approval-awaited", caseId));
            }
            return new Joined(asks ? "asks" : "waits");
        });
    }

    /** How many other cases the officer's answer to this one will move. */
    int waitingWith(CaseId caseId) {
        return waiting.provider(caseId)
                .map(provider -> waiting.waiting(provider).size())
                .orElse(0);
    }

    /** The officer's answer holds for all cases that wait. */
    void decided(CaseId caseId, String decision) {
        waiting.provider(caseId).ifPresent(provider -> {
            waiting.oneAtATime(provider);
            var others = waiting.waiting(provider);
            waiting.decided(provider, caseId);
            others.forEach(other -> {
                endWait(other);
                tell(other, decision);
            });
        });
    }

    @EventListener
    void on(CaseMoved event) {
        if (event.isOver()) {
            leave(event.caseId());
        }
    }

    @EventListener
    void on(RoundBegun event) {
        leave(event.caseId());
    }

    /** A case that ends without an answer leaves its place to the one that has waited longest. */
    private void leave(CaseId caseId) {
        waiting.provider(caseId).ifPresent(provider -> {
            waiting.oneAtATime(provider);
            var asked = waiting.asking(provider).filter(caseId::equals).isPresent();
            waiting.remove(caseId);
            if (asked) {
                waiting.waiting(provider).stream().findFirst().ifPresent(next -> {
                    endWait(next);
                    tell(next, ASK);
                });
            }
        });
    }

    private void endWait(CaseId caseId) {
        clocks.of(caseId).stream().filter(it -> it.step().equals(WAIT)).forEach(it -> clocks.finish(it.id()));
    }

    private void tell(CaseId caseId, String decision) {
        outbox.publish(caseId, "onboarding-decided", caseId.toString(), Map.of("onboardingDecision", decision));
    }

    /** @param onboardingTurn asks or waits */
    public record Joined(String onboardingTurn) {}
}
