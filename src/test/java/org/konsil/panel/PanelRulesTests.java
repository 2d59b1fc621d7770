package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.konsil.rules.RuleBook;
import org.konsil.rules.Rules;

/** Who the rule asks to a panel, and how many. */
class PanelRulesTests {

    private final Rules rules = RuleBook.RULES;

    @Test
    void aChildWithAnEpilepsyThatMayBeOperatedIsSeenByFourDisciplines() {
        var facts = Map.of("network", "epicare", "urgency", "routine", "question", "surgery", "ageGroup", "child");
        assertThat(rules.decide("panel-composition", facts).list())
                .containsExactly("epileptology", "neuroradiology", "paediatric-neurology", "neurosurgery");
        assertThat(number("panel-quorum", facts)).isEqualTo(3);
        assertThat(number("panel-minimum", facts)).isEqualTo(5);
    }

    @Test
    void urgentCasesNeedTwoOpinionsOnly() {
        var facts = Map.of("network", "bond", "urgency", "urgent", "question", "treatment", "ageGroup", "adult");
        assertThat(number("panel-quorum", facts)).isEqualTo(2);
    }

    @Test
    void withoutFactsThereIsStillAQuorum() {
        assertThat(number("panel-quorum", Map.of())).isEqualTo(3);
    }

    @Test
    void aFinancialInterestExcludesAndAFormerTreatmentIsDisclosed() {
        var effects = RuleBook.RULES;
        assertThat(effects.decide("conflict-of-interest", Map.of("conflict", "financial"))
                        .text())
                .isEqualTo("decline");
        assertThat(effects.decide("conflict-of-interest", Map.of("conflict", "prior-treatment"))
                        .text())
                .isEqualTo("disclose");
    }

    private int number(String decision, Map<String, String> facts) {
        return ((Number) Objects.requireNonNull(rules.decide(decision, facts).answer())).intValue();
    }
}
