package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.Cause;
import org.konsil.casefile.Pending;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventRefused;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Stage;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;

/** What is still asked about a copy ends with it. */
class ErasedCopiesTests extends RightsWork {

    @Autowired
    CaseEvents events;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseRounds kept;

    @Autowired
    Erasures erasures;

    @Test
    void anotherRequestForTheSameErasureEndsWithIt() {
        var caseId = closed();
        var first = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        var second = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        var home = ask(caseId, Kind.ERASURE, Controller.HOME);
        var key = putUp(second, "coordinator:epicare");
        var homeKey = putUp(home, "dpo:hus");

        erase(first);

        assertThat(open(caseId)).containsExactly(homeKey);
        verify(outbox).completeTask(about(key), any(), eq(Map.of("requestDecision", "fulfil")));
        assertThat(part(second).state()).isEqualTo(Part.State.GRANTED);
        rights.carryOut(caseId, PanelStory.job(), second.id().toString());
        assertThat(part(second).state()).isEqualTo(Part.State.FULFILLED);
        assertThat(certificates.of(caseId)).hasSize(1);
        assertThat(audit.history(caseId))
                .extracting(Recorded::entry)
                .filteredOn(entry -> "copy-erased".equals(entry.reason()))
                .extracting(Entry::action)
                .containsExactly("rights-answered");
    }

    @Test
    void aRequestThatComesUpAfterTheErasureEndsAtOnce() {
        var caseId = closed();
        var erasure = ask(caseId, Kind.ERASURE, Controller.HOME);
        var access = ask(caseId, Kind.ACCESS, Controller.HOME);

        erase(erasure);
        var key = putUp(access, "dpo:hus");

        assertThat(open(caseId)).isEmpty();
        verify(outbox).completeTask(about(key), any(), eq(Map.of("requestDecision", "refuse")));
        assertThat(part(access).state()).isEqualTo(Part.State.REFUSED);
        assertThat(part(access).ground()).isEqualTo("copy-erased");
    }

    @Test
    void aCaseWhoseNetworkIsAboutToEraseItsCopyIsNotTakenUpAgain() {
        var caseId = closed();
        var erasure = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        var again = JsonNodeFactory.instance
                .objectNode()
                .put("question", "And now?")
                .put("reason", "course");

        transaction.executeWithoutResult(
                status -> answering.decide(erasure, Part.State.GRANTED, "gdpr-17-1", Actor.of("coordinator.epicare")));

        assertThatThrownBy(() -> events.report(caseId, CaseEvent.RE_OPEN, again, person("clinician.fi")))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("copy");
    }

    @Test
    void aCaseWhoseNetworkIsAboutToEraseItsCopyIsNotMovedToAnotherNetwork() {
        var caseId = networkErases();
        var away = JsonNodeFactory.instance
                .objectNode()
                .put("target", "network")
                .put("toNetwork", "rnd")
                .put("reason", "It knows more of it.");

        assertThatThrownBy(() -> events.report(caseId, CaseEvent.TRANSFER, away, person("coordinator.epicare")))
                .isInstanceOf(EventRefused.class)
                .hasMessageContaining("copy");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"NETWORK_CHANGED", "SUPERSEDED", "REOPENED"})
    void aNetworkThatIsToAdviseAnewCannotEraseItsCopyBeforeTheProcessHasFollowed(Cause cause) {
        var caseId = story.atEpicare();
        var by = Actor.of("clinician.fi");
        transaction.executeWithoutResult(status -> cases.enter(caseId, Stage.DELIVER, CaseState.DELIVERED, by));
        requireErasable(caseId);

        transaction.executeWithoutResult(status -> {
            switch (cause) {
                case NETWORK_CHANGED -> rounds.toAnotherNetwork(caseId, by);
                case SUPERSEDED -> rounds.supersede(caseId, by);
                default -> rounds.reopen(caseId, by);
            }
        });

        assertThatThrownBy(() -> requireErasable(caseId))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("not over");
        transaction.executeWithoutResult(status -> kept.followed(caseId, Pending.NEW_ROUND));
        assertThatThrownBy(() -> requireErasable(caseId))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("not over");
    }

    @Test
    void adviceFoundInDoubtIsNotAskedForAgainWhereTheNetworkErasesItsCopy() {
        var caseId = networkErases();

        assertThatThrownBy(() -> review(caseId, "ask-again"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("copy");
        review(caseId, "go-on");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsAskedWhatBecomesOfARecordThatIsErased(boolean before) {
        var caseId = closed();
        var erasure = ask(caseId, Kind.ERASURE, Controller.HOME);
        if (before) {
            putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");
            putUp(caseId, "referral", "advice-for-family", caseId.toString(), "clinician:hus");
        }

        erase(erasure);
        if (!before) {
            putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");
            putUp(caseId, "referral", "advice-for-family", caseId.toString(), "clinician:hus");
        }

        assertThat(open(caseId)).isEmpty();
        verify(outbox, times(2)).completeTask(any(), any(), eq(Map.of()));
        assertThat(parts.of(caseId))
                .filteredOn(part -> part.controller() == Controller.NETWORK)
                .singleElement()
                .matches(part -> part.kind() == Kind.ERASURE && part.state() == Part.State.OPEN);
    }

    @Test
    void theHomeProviderIsStillAskedWhereOnlyTheNetworksCopyIsErased() {
        var caseId = closed();
        var key = putUp(caseId, "referral", "confirm-erasure", caseId.toString(), "dpo:hus");

        erase(ask(caseId, Kind.ERASURE, Controller.NETWORK));

        assertThat(open(caseId)).containsExactly(key);
    }

    private void requireErasable(CaseId caseId) {
        transaction.executeWithoutResult(status -> erasures.require(caseId, Controller.NETWORK, UUID.randomUUID()));
    }

    private void review(CaseId caseId, String decision) {
        var answers = JsonNodeFactory.instance.objectNode().put("supersededDecision", decision);
        story.answer("review-superseded", caseId, null, answers, "clinician.fi");
    }

    private CaseId networkErases() {
        var caseId = story.atEpicare();
        var erasure = ask(caseId, Kind.ERASURE, Controller.NETWORK);
        transaction.executeWithoutResult(
                status -> answering.decide(erasure, Part.State.GRANTED, "gdpr-17-1", Actor.of("coordinator.epicare")));
        return caseId;
    }
}
