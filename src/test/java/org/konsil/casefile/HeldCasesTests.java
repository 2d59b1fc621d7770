package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds a case goes on from how it is, not from how they had read it. */
@HouseTest
@Import(PanelStory.class)
class HeldCasesTests {

    private static final Actor SOMEBODY = Actor.of("clinician.fi");

    @Autowired
    PanelStory story;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCaseThatChangedAfterItWasReadIsReadAgain() {
        var caseId = story.atEpicare();

        transaction.executeWithoutResult(begun -> {
            assertThat(cases.summary(caseId).stage()).isNotEqualTo(Stage.ASSESS);
            elsewhere(() -> cases.enter(caseId, Stage.ASSESS, CaseState.ASSESSING, SOMEBODY));

            rounds.hold(List.of(caseId));

            assertThat(cases.summary(caseId).stage()).isEqualTo(Stage.ASSESS);
            rounds.await(caseId, Pending.WITHDRAWN);
        });

        assertThat(transaction.<Object>execute(begun -> rounds.pending(caseId).orElseThrow()))
                .isEqualTo(Pending.WITHDRAWN);
        assertThat(cases.summary(caseId).stage()).isEqualTo(Stage.ASSESS);
    }

    @Test
    void whatTheTransactionItselfChangedBeforeIsKept() {
        var caseId = story.atEpicare();

        transaction.executeWithoutResult(begun -> {
            cases.reconsider(caseId, Urgency.ROUTINE, SOMEBODY);
            rounds.hold(List.of(caseId));
        });

        assertThat(cases.summary(caseId).urgency()).isEqualTo(Urgency.ROUTINE);
    }

    private void elsewhere(Runnable change) {
        CompletableFuture.runAsync(() -> transaction.executeWithoutResult(begun -> change.run()))
                .join();
    }
}
