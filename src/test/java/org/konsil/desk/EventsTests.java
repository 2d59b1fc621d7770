package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseLinks;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Pending;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventRefused;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.panel.Invitation;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.konsil.process.Outbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events as they hit a case: at once, twice, at awkward moments, from somebody who may not. The engine is away: it is told later. */
@HouseTest
@Import(PanelStory.class)
class EventsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> AWAY =
            Map.of("target", "network", "toNetwork", "rnd", "reason", "It knows more of it.");
    private static final Map<String, Object> WITHDRAWN = Map.of(
            "scopes", List.of("panel-care"), "withdrawnOn", "2026-01-12", "channel", "phone", "effectsExplained", true);

    @Autowired
    PanelStory story;

    @Autowired
    CaseEvents events;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseRounds rounds;

    @Autowired
    CaseLinks links;

    @Autowired
    Panels panels;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void ofTwoTransfersAtOnceOneIsTakenAndTheOtherToldWhy() throws Exception {
        var caseId = assessed();

        var answers = atOnce(
                () -> report(caseId, CaseEvent.TRANSFER, AWAY, "clinician.fi"),
                () -> report(caseId, CaseEvent.TRANSFER, AWAY, "clinician.fi"));

        assertThat(answers).containsExactlyInAnyOrder("taken", "event-not-possible-now");
        assertThat(rounds.of(caseId)).hasSize(1);
        verify(outbox).publish(eq(caseId), eq("case-transferred"), anyString(), any());
    }

    @Test
    void aWithdrawalAtTheSameTimeAsATransferIsNeverLost() throws Exception {
        var caseId = assessed();

        var answers = atOnce(
                () -> report(caseId, CaseEvent.TRANSFER, AWAY, "clinician.fi"),
                () -> report(caseId, CaseEvent.CONSENT_WITHDRAWN, WITHDRAWN, "clinician.fi"));

        assertThat(answers.get(1)).isEqualTo("taken");
        assertThat(pending(caseId)).isEqualTo(Pending.WITHDRAWN);
        verify(outbox).publish(eq(caseId), eq("consent-withdrawn"), anyString(), any());
        assertThat(report(caseId, CaseEvent.TRANSFER, AWAY, "clinician.fi")).isEqualTo("event-not-possible-now");
    }

    @Test
    void aDeathIsTakenOnceAndNothingComesAfterIt() {
        var caseId = assessed();
        var died = Map.of("dateOfDeath", "2026-01-12");

        assertThat(report(caseId, CaseEvent.PATIENT_DIED, died, "coordinator.epicare"))
                .isEqualTo("event-not-yours");
        assertThat(report(caseId, CaseEvent.PATIENT_DIED, died, "clinician.fi")).isEqualTo("taken");
        assertThat(report(caseId, CaseEvent.PATIENT_DIED, died, "clinician.fi")).isEqualTo("event-not-possible-now");
        assertThat(report(
                        caseId, CaseEvent.URGENCY_CHANGED, Map.of("urgency", "urgent", "reason", "x"), "clinician.fi"))
                .isEqualTo("event-not-possible-now");
    }

    @Test
    void ofTwoCasesMergedIntoEachOtherAtOnceOneGoesOn() throws Exception {
        var one = story.atEpicare();
        var other = story.atEpicare();

        var answers = atOnce(
                () -> report(one, CaseEvent.DUPLICATE, same(other, "merge"), "clinician.fi"),
                () -> report(other, CaseEvent.DUPLICATE, same(one, "merge"), "clinician.fi"));

        assertThat(answers).containsExactlyInAnyOrder("taken", "event-not-possible-now");
        assertThat(links.of(one)).hasSize(1).first().matches(CaseLinks.Link::isMerged);
        assertThat(links.of(other)).isEqualTo(links.of(one));
    }

    @Test
    void onlyWhoMaySeeBothCasesLinksThemAndOnlyTheHospitalMergesItsOwn() {
        var one = assessed();
        var other = assessed();
        let("coordinator:epicare", one, other);

        assertThat(report(
                        one,
                        CaseEvent.DUPLICATE,
                        same(new CaseId(java.util.UUID.randomUUID()), "link"),
                        "clinician.fi"))
                .isEqualTo("event-not-possible-now");
        assertThat(report(one, CaseEvent.DUPLICATE, same(one, "link"), "clinician.fi"))
                .isEqualTo("event-not-possible-now");
        assertThat(report(one, CaseEvent.DUPLICATE, same(other, "merge"), "coordinator.epicare"))
                .isEqualTo("event-not-yours");
        assertThat(report(one, CaseEvent.DUPLICATE, same(other, "link"), "coordinator.epicare"))
                .isEqualTo("taken");
        assertThat(report(other, CaseEvent.DUPLICATE, same(one, "link"), "clinician.fi"))
                .isEqualTo("event-not-possible-now");
        verify(outbox, never()).publish(eq(one), eq("duplicate-found"), anyString(), any());
    }

    @Test
    void anInvitedExpertDropsOutOnTheirOwnWordAndLosesTheCase() {
        var caseId = story.convened(1, 2, 3);
        enter(caseId, Stage.CONVENE, CaseState.CONVENING);

        assertThat(report(caseId, CaseEvent.EXPERT_UNAVAILABLE, gone(2), "expert1.epicare"))
                .isEqualTo("event-not-yours");
        assertThat(report(caseId, CaseEvent.EXPERT_UNAVAILABLE, gone(1), "expert1.epicare"))
                .isEqualTo("taken");
        assertThat(report(caseId, CaseEvent.EXPERT_UNAVAILABLE, gone(1), "expert1.epicare"))
                .isEqualTo("event-not-possible-now");
        assertThat(state(caseId, 1)).isEqualTo(Invitation.State.UNAVAILABLE);
        assertThat(access.may(person("expert1.epicare"), caseId, Right.KNOW)).isFalse();
    }

    @Test
    void anExpertWhoseOpinionIsGivenCannotDropOut() {
        var caseId = assessed();

        assertThat(report(caseId, CaseEvent.EXPERT_UNAVAILABLE, gone(4), "coordinator.epicare"))
                .isEqualTo("taken");
        assertThat(report(caseId, CaseEvent.EXPERT_UNAVAILABLE, gone(1), "coordinator.epicare"))
                .isEqualTo("event-not-possible-now");
    }

    @Test
    void aConflictBetweenDraftAndSignaturesSendsTheDraftBackToThePanel() {
        var caseId = assessed();
        enter(caseId, Stage.OUTCOME, CaseState.SIGNING);
        var found = Map.of("expert", "expert1.epicare", "kind", "financial", "reason", "Holds shares.");

        assertThat(report(caseId, CaseEvent.CONFLICT_FOUND, found, "lead.epicare"))
                .isEqualTo("taken");

        verify(outbox).publish(eq(caseId), eq("advice-superseded"), anyString(), any());
        assertThat(panels.of(caseId).orElseThrow().isOver()).isFalse();
        assertThat(rounds.of(caseId).getLast().left()).isEqualTo(Stage.OUTCOME);
    }

    @Test
    void aConflictWhileThePatientIsTreatedIsPutBeforeTheHomeClinician() {
        var caseId = assessed();
        enter(caseId, Stage.ABROAD, CaseState.TREATMENT_ABROAD);
        var found = Map.of("expert", "expert1.epicare", "kind", "financial", "reason", "Holds shares.");

        assertThat(report(caseId, CaseEvent.CONFLICT_FOUND, found, "clinician.fi"))
                .isEqualTo("taken");

        verify(outbox).publish(eq(caseId), eq("aftercare-superseded"), anyString(), any());
        assertThat(rounds.of(caseId)).isEmpty();
    }

    @Test
    void aCaseIsReopenedWithinTwoYearsUnlessThePatientHasDied() {
        var reopen = Map.of("question", "And now?", "reason", "course");
        var caseId = assessed();
        assertThat(report(caseId, CaseEvent.RE_OPEN, reopen, "clinician.fi")).isEqualTo("event-not-possible-now");
        close(caseId, ClosingReason.NO_QUORUM, "2 YEAR");
        jdbc.sql("UPDATE case_file SET closed_at = closed_at - INTERVAL '1' DAY WHERE id = ?")
                .param(caseId.value())
                .update();
        assertThat(report(caseId, CaseEvent.RE_OPEN, reopen, "clinician.fi")).isEqualTo("event-not-possible-now");

        var dead = assessed();
        close(dead, ClosingReason.DECEASED, "1 DAY");
        assertThat(report(dead, CaseEvent.RE_OPEN, reopen, "clinician.fi")).isEqualTo("event-not-possible-now");

        var recent = assessed();
        close(recent, ClosingReason.NO_QUORUM, "1 YEAR");
        assertThat(report(recent, CaseEvent.RE_OPEN, reopen, "clinician.fi")).isEqualTo("taken");
        verify(outbox).startAgain(eq(recent), any());
        assertThat(cases.summary(recent).closingReason()).isNull();
    }

    private CaseId assessed() {
        var caseId = story.withOpinions();
        enter(caseId, Stage.ASSESS, CaseState.ASSESSING);
        return caseId;
    }

    private void enter(CaseId caseId, Stage stage, CaseState state) {
        transaction.executeWithoutResult(status -> cases.enter(caseId, stage, state, Actor.SYSTEM));
    }

    private void close(CaseId caseId, ClosingReason reason, String ago) {
        transaction.executeWithoutResult(status -> cases.close(caseId, reason, Actor.SYSTEM));
        var interval = ago.split(" ", -1);
        jdbc.sql("UPDATE case_file SET closed_at = closed_at - INTERVAL '" + interval[0] + "' " + interval[1]
                        + " WHERE id = ?")
                .param(caseId.value())
                .update();
    }

    private void let(String group, CaseId... seen) {
        for (var caseId : seen) {
            jdbc.sql("INSERT INTO case_grant (case_id, holder, granted_as, granted_at) VALUES (?, ?, 'NETWORK', ?)")
                    .params(caseId.value(), group, java.time.OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                    .update();
        }
    }

    private Pending pending(CaseId caseId) {
        return Objects.requireNonNull(
                transaction.execute(status -> rounds.pending(caseId).orElseThrow()));
    }

    private Invitation.State state(CaseId caseId, int expert) {
        return panels.invitations(caseId).stream()
                .filter(it -> it.expert().equals(PanelStory.expert(expert)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private org.konsil.access.Person person(String account) {
        return access.person(account).orElseThrow();
    }

    private static Map<String, String> gone(int expert) {
        return Map.of("expert", PanelStory.expert(expert), "kind", "illness");
    }

    private static Map<String, String> same(CaseId other, String how) {
        return Map.of("other", other.toString(), "how", how, "reason", "Same child.");
    }

    /** What came of it: taken, or the code of the refusal. */
    private String report(CaseId caseId, CaseEvent event, Map<String, ?> said, String account) {
        try {
            events.report(caseId, event, JSON.valueToTree(said), person(account));
            return "taken";
        } catch (EventRefused refused) {
            return refused.code();
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }
}
