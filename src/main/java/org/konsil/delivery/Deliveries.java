package org.konsil.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.konsil.advice.Outcomes;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.JobId;
import org.konsil.kernel.Stage;
import org.konsil.process.JobLedger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the signed outcome to the home provider and follows it until the patient knows. */
@Service
public class Deliveries {

    private final DeliveryRows deliveries;
    private final DeliverySteps steps;
    private final Answers answers;
    private final Decisions decisions;
    private final Outcomes outcomes;
    private final CaseFiles cases;
    private final Sharing sharing;
    private final Audit audit;
    private final JobLedger jobs;
    private final Clock clock;

    Deliveries(
            DeliveryRows deliveries,
            DeliverySteps steps,
            Answers answers,
            Decisions decisions,
            Outcomes outcomes,
            CaseFiles cases,
            Sharing sharing,
            Audit audit,
            JobLedger jobs,
            Clock clock) {
        this.cases = cases;
        this.sharing = sharing;
        this.deliveries = deliveries;
        this.steps = steps;
        this.answers = answers;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Hands the signed outcome to the home provider, if the consent to the panel's care still holds; says whether the panel advises treatment abroad. */
    @Transactional
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    public Delivered deliver(CaseId caseId, JobId job) {
        return jobs.once(caseId, job, Delivered.class, () -> {
            sharing.requireCare(caseId, recipient(caseId));
            answers.deleteByCaseId(caseId.value());
            deliveries.save(new Delivery(caseId, clock.instant()));
            cases.enter(caseId, Stage.DELIVER, CaseState.DELIVERED, Actor.SYSTEM);
            audit.record(Entry.done(Actor.SYSTEM, "outcome-delivered", caseId));
            return new Delivered(outcomes.travelNeeded(caseId));
        });
    }

    private Recipient recipient(CaseId caseId) {
        var network = cases.summary(caseId).network();
        return network == null ? Recipient.domestic() : Recipient.network(network);
    }

    @Transactional(readOnly = true)
    public Optional<Steps> of(CaseId caseId) {
        return deliveries.findById(caseId.value()).map(Delivery::steps);
    }

    /** The answers to the recommendations, in their order: accepted, modified or rejected. */
    @Transactional(readOnly = true)
    public List<String> answers(CaseId caseId) {
        return answers.findByCaseIdOrderByItem(caseId.value()).stream()
                .map(answer -> decisions.open(caseId, answer.item(), answer.sealed()))
                .toList();
    }

    /** The patient, or who signed for them, has been told. */
    @Transactional
    public void informed(CaseId caseId) {
        steps.informed(caseId);
    }

    /** The choice that the process needs. */
    public record Delivered(boolean travelNeeded) {}
}
