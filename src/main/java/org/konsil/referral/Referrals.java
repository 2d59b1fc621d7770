package org.konsil.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseLinks;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.JobId;
import org.konsil.panel.Panels;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process {@code referral} asks of the case itself. */
@Service
public class Referrals {

    private final CaseFiles cases;
    private final Directory directory;
    private final CountryStandings standings;
    private final Grants grants;
    private final Panels panels;
    private final CaseLinks links;
    private final JobLedger jobs;
    private final Clock clock;

    Referrals(
            CaseFiles cases,
            Directory directory,
            CountryStandings standings,
            Grants grants,
            Panels panels,
            CaseLinks links,
            JobLedger jobs,
            Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.standings = standings;
        this.grants = grants;
        this.panels = panels;
        this.links = links;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Is the home provider known, does its data protection officer's approval hold today, and how does its country stand to the networks? */
    @Transactional
    public ProviderChecked checkProvider(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, ProviderChecked.class, () -> {
            var provider = cases.summary(caseId).provider();
            return new ProviderChecked(
                    directory.provider(provider).isPresent(),
                    directory.approvalValid(provider, LocalDate.now(clock)),
                    standings.of(caseId).text());
        });
    }

    /** Enters the stage of a call activity of the process {@code referral}. */
    @Transactional
    public void enter(CaseId caseId, JobId job, String element) {
        jobs.once(caseId, job, Done.class, () -> {
            var door = StageDoor.of(element);
            cases.enter(caseId, door.stage(), door.state(), Actor.SYSTEM);
            return new Done();
        });
    }

    /** Closes the case. The panel loses its access with it, and so does a network, unless it has advised: that keeps its own copy. */
    @Transactional
    public void close(CaseId caseId, JobId job, String closingReason) {
        jobs.once(caseId, job, Done.class, () -> {
            var reason = reason(closingReason);
            if (reason != ClosingReason.ADVISED) {
                grants.revokeAll(caseId, As.NETWORK);
            }
            end(caseId, reason);
            return new Done();
        });
    }

    /**
     * Ends the care under the consent: the panel is sent home, the case is closed as withdrawn, deceased or a duplicate.
     *
     * @param other in whose favour a duplicate ends; where that was reported here the two are linked already
     * @return who has the case: it may have been handed over a moment before, and the process not have followed yet
     */
    @Transactional
    public Ended endCare(CaseId caseId, JobId job, String closingReason, @Nullable String other) {
        return jobs.once(caseId, job, Ended.class, () -> {
            if (reason(closingReason) == ClosingReason.DUPLICATE) {
                linkTo(caseId, other);
            }
            panels.end(caseId);
            grants.revokeAll(caseId, As.NETWORK);
            end(caseId, reason(closingReason));
            return new Ended(cases.summary(caseId).provider());
        });
    }

    /** @throws org.konsil.access.UnknownCase if there is no such case */
    private void linkTo(CaseId caseId, @Nullable String other) {
        if (other == null || other.equals(caseId.toString())) {
            return;
        }
        var favoured = CaseId.of(other);
        var isMerged = links.of(caseId).stream()
                .anyMatch(it -> it.isMerged() && it.otherThan(caseId).equals(favoured));
        if (!isMerged) {
            cases.summary(favoured);
            links.link(caseId, favoured, true, Actor.SYSTEM);
        }
    }

    private void end(CaseId caseId, ClosingReason reason) {
        grants.revokeAll(caseId, As.PANEL);
        grants.revokeAll(caseId, As.DOMESTIC);
        grants.revokeAll(caseId, As.FUNDING);
        if (!cases.summary(caseId).state().isOver()) {
            cases.close(caseId, reason, Actor.SYSTEM);
        }
    }

    private static ClosingReason reason(String code) {
        return ClosingReason.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** What is known of the home provider. */
    public record ProviderChecked(boolean providerKnown, boolean approvalValid, String standing) {}

    /** @param provider whose people are asked what remains to be decided */
    public record Ended(String provider) {}

    record Done() {}
}
