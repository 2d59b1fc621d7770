package org.konsil.desk.events;

import java.util.Set;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Pending;
import org.konsil.consent.Consents;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.worklist.Recall;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A consent that ran out and was not renewed: as after a withdrawal, the network loses the case, and before delivery the referral ends. */
@Service
public class LapsedConsents {

    private final Consents consents;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Recall recall;
    private final JobLedger jobs;

    LapsedConsents(Consents consents, CaseFiles cases, CaseRounds rounds, Recall recall, JobLedger jobs) {
        this.consents = consents;
        this.cases = cases;
        this.rounds = rounds;
        this.recall = recall;
        this.jobs = jobs;
    }

    /** Ends what the consent allowed. */
    @Transactional
    public Lapsed end(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Lapsed.class, () -> {
            rounds.hold(Set.of(caseId));
            var before = cases.summary(caseId);
            if (before.state().isOver() || !consents.lapse(caseId)) {
                return new Lapsed(false);
            }
            recall.fromNetwork(caseId, Actor.SYSTEM);
            var endsReferral = before.state().compareTo(CaseState.DELIVERED) < 0;
            if (endsReferral && rounds.pending(caseId).isEmpty()) {
                rounds.await(caseId, Pending.WITHDRAWN);
            }
            return new Lapsed(endsReferral);
        });
    }

    /** Before delivery all care ends with the consent; after it the home provider's aftercare goes on as its own. */
    public record Lapsed(boolean referralEnds) {}
}
