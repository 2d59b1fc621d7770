package org.konsil.domestic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.clocks.Clocks;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.directory.Directory;
import org.konsil.directory.Provider;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.JobId;
import org.konsil.packs.CountryPacks;
import org.konsil.process.JobLedger;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The domestic reviews of all cases: whom to ask, what came of it. */
@Service
public class DomesticReviews {

    /** Where the table of clocks sets no goal for this country. */
    private static final Duration USUAL = Duration.ofDays(14);

    private final DomesticRows rows;
    private final EvidenceRows evidence;
    private final CaseFiles cases;
    private final Directory directory;
    private final Clocks clocks;
    private final CountryPacks packs;
    private final Rules rules;
    private final Sharing sharing;
    private final Grants grants;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    DomesticReviews(
            DomesticRows rows,
            EvidenceRows evidence,
            CaseFiles cases,
            Directory directory,
            Clocks clocks,
            CountryPacks packs,
            Rules rules,
            Sharing sharing,
            Grants grants,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.evidence = evidence;
        this.cases = cases;
        this.directory = directory;
        this.clocks = clocks;
        this.packs = packs;
        this.rules = rules;
        this.sharing = sharing;
        this.grants = grants;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who was asked for an opinion; stays to be read when the case's content was erased. */
    @Transactional(readOnly = true)
    public List<OpinionRequest> requests(CaseId caseId) {
        return rows.requests(caseId);
    }

    /** Whether the latest waiver was approved. */
    @Transactional(readOnly = true)
    public boolean isWaived(CaseId caseId) {
        var waivers = rows.waivers(caseId);
        return !waivers.isEmpty() && waivers.getLast().isApproved();
    }

    /** What the case's country did so far. */
    @Transactional(readOnly = true)
    public DomesticReview of(CaseId caseId) {
        return new DomesticReview(rows.requests(caseId), evidence.of(caseId), rows.waivers(caseId));
    }

    /** Opens the case to the domestic centre or contact point that is to give its opinion. */
    @Transactional
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    public Asked ask(CaseId caseId, JobId job, Asks asks) {
        return jobs.once(caseId, job, Asked.class, () -> {
            var summary = cases.summary(caseId);
            var group = group(summary.country(), asks);
            var due = due(caseId);
            grants.share(sharing.requireCare(caseId, Recipient.domestic()), group, Grants.As.DOMESTIC);
            rows.add(caseId, new OpinionRequest(group, clock.instant(), due));
            audit.record(Entry.done(Actor.SYSTEM, "domestic-opinion-asked", caseId)
                    .with("asked", group)
                    .with("due", due));
            return new Asked(group.toString(), due.toString());
        });
    }

    /**
     * Whether the state of the patient's country recognises a domestic expertise centre today; how long it does at most says the table
     * {@code recognition-term}.
     */
    @Transactional
    public Recognition checkRecognition(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Recognition.class, () -> {
            var today = LocalDate.now(clock);
            var country = cases.summary(caseId).country();
            var facts = Map.<String, Object>of("country", country.code(), "day", packs.day(caseId));
            var term = Period.parse(rules.decide("recognition-term", facts).text());
            var valid = directory.providersIn(country).stream()
                    .filter(provider -> provider.kind() == Provider.Kind.CENTRE)
                    .anyMatch(centre -> rows.isRecognised(centre.id(), today, term));
            audit.record(Entry.done(Actor.SYSTEM, "recognition-checked", caseId).with("valid", valid));
            return new Recognition(valid);
        });
    }

    private Instant due(CaseId caseId) {
        var now = clock.instant();
        return clocks.due(caseId, "domestic-opinion", now).orElseGet(() -> now.plus(USUAL));
    }

    private Group group(Country country, Asks asks) {
        var centre = new Group("centre", country.code());
        var contact = new Group("contact", country.code());
        return switch (asks) {
            case CENTRE -> centre;
            case CONTACT -> contact;
            case CENTRE_ELSE_CONTACT ->
                directory.providersIn(country).stream().anyMatch(it -> it.kind() == Provider.Kind.CENTRE)
                        ? centre
                        : contact;
        };
    }
}
