package org.konsil.panel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.advice.Position;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Onni's case up to a panel of EpiCARE, with everybody answering their forms. */
@TestComponent
public class PanelStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong KEYS = new AtomicLong(70_000);

    private final Registration registration;
    private final CaseFiles cases;
    private final Access access;
    private final List<HumanStep> steps;
    private final TransactionTemplate transaction;
    private final Panels panels;
    private final Invitations invitations;

    public PanelStory(
            Registration registration,
            CaseFiles cases,
            Access access,
            List<HumanStep> steps,
            TransactionTemplate transaction,
            Panels panels,
            Invitations invitations) {
        this.registration = registration;
        this.cases = cases;
        this.access = access;
        this.steps = steps;
        this.transaction = transaction;
        this.panels = panels;
        this.invitations = invitations;
    }

    /** A case at EpiCARE with consent for it, and no panel yet. */
    public CaseId atEpicare() {
        var clinician = access.person("clinician.fi").orElseThrow();
        var caseId = registration.register(Onni.answers("fi", "hus"), clinician, null);
        transaction.executeWithoutResult(
                status -> cases.choose(caseId, NetworkId.of("epicare"), Actor.of("sponsor.fi")));
        var consent = JSON.createObjectNode().put("consentGiven", "yes").put("recipients", "named");
        consent.putArray("scopes").add("referral").add("record-sharing").add("panel-care");
        consent.putArray("networks").add("epicare");
        answer("record-consent", caseId, null, consent, "clinician.fi");
        return caseId;
    }

    /** Experts with these numbers are invited. */
    public CaseId convened(int... experts) {
        var caseId = atEpicare();
        convene(caseId, experts);
        invitations.invite(caseId, job());
        return caseId;
    }

    /** A panel is made of them; nobody is invited yet. */
    void convene(CaseId caseId, int... experts) {
        var answers = JSON.createObjectNode()
                .put("lead", "lead.epicare")
                .put("opinionDue", "2035-01-01")
                .put("language", "en");
        var chosen = answers.putArray("experts");
        for (var expert : experts) {
            chosen.add(expert(expert));
        }
        answer("convene-panel", caseId, null, answers, "coordinator.epicare");
    }

    /** Three were invited, accepted and gave their opinion. */
    public CaseId withOpinions() {
        var caseId = convened(1, 2, 3, 4);
        for (var expert = 1; expert <= 3; expert++) {
            accept(caseId, expert);
            opinion(caseId, expert, "Focal, may be operated on.");
        }
        return caseId;
    }

    void accept(CaseId caseId, int expert) {
        reply(caseId, expert, "accept");
        invitations.admit(caseId, invitation(caseId, expert).id(), job());
    }

    Map<String, Object> reply(CaseId caseId, int expert, String answer, String... conflicts) {
        var answers = JSON.createObjectNode().put("invitationAnswer", answer);
        for (var conflict : conflicts) {
            answers.put(conflict, "yes");
        }
        return answer(
                "panel-invitation", caseId, invitation(caseId, expert).id().toString(), answers, expert(expert));
    }

    void opinion(CaseId caseId, int expert, String assessment) {
        var answers = JSON.createObjectNode().put("assessment", assessment);
        answer("expert-opinion", caseId, invitation(caseId, expert).id().toString(), answers, expert(expert));
    }

    Invitation invitation(CaseId caseId, int expert) {
        return panels.invitations(caseId).stream()
                .filter(it -> it.expert().equals(expert(expert)))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody answers a form, in a transaction as the worklist does. */
    public Map<String, Object> answer(
            String form, CaseId caseId, @Nullable String subject, ObjectNode answers, String user) {
        return Objects.requireNonNull(transaction.execute(
                status -> step(form).answered(task(form, caseId, subject), answers, Actor.of(user))));
    }

    public ObjectNode shown(String form, CaseId caseId, @Nullable String subject, String user) {
        return step(form).prefill(task(form, caseId, subject), Actor.of(user));
    }

    private HumanStep step(String form) {
        return steps.stream()
                .filter(it -> it.forms().contains(form))
                .findFirst()
                .orElseThrow();
    }

    static HumanTask task(String form, CaseId caseId, @Nullable String subject) {
        return new HumanTask(KEYS.incrementAndGet(), caseId, form, form, form, subject, "epicare");
    }

    public static Position here() {
        return new Position("outcome", 1, "close-signing");
    }

    public static String expert(int number) {
        return "expert" + number + ".epicare";
    }

    public static JobId job() {
        return JobId.of(KEYS.incrementAndGet());
    }
}
