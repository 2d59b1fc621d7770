package org.konsil.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTests {

    private final Rules rules = Rules.of("classpath:rules/*.dmn");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unique | 12 | 1",
                "first | 3 | 1",
                "rule-order | 7 | [1, 2]",
                "collect | 3 | [1, 3, 2]",
                "collect-sum | 3 | 6",
                "collect-max | 7 | 2",
                "collect-count | 7 | 2"
            })
    void everyHitPolicyAnswersAsTheEngineWould(String decision, int age, String answer) {
        assertThat(String.valueOf(rules.decide(decision, Map.of("age", age)).answer()))
                .isEqualTo(answer);
    }

    @Test
    void severalOutputsBecomeMapsAndRequiredDecisionsAreEvaluatedFirst() {
        var decision = rules.decide("ranking", Map.of("age", 4, "heads", List.of("98006", "93890")));

        assertThat(decision.list())
                .containsExactly(Map.of("network", "epicare", "points", 2.5, "tags", List.of("a", "b")));
        assertThat(decision.inputs()).containsEntry("age", 4);
    }

    @Test
    void whoAsksAtTheSameTimeGetsTheirOwnAnswer() throws InterruptedException {
        try (var askers = Executors.newFixedThreadPool(4)) {
            var answered = askers.invokeAll(IntStream.range(0, 2_000)
                    .<Callable<Boolean>>mapToObj(number -> () -> isAnsweredRightly(number))
                    .toList());
            assertThat(answered)
                    .hasSize(2_000)
                    .allSatisfy(it -> assertThat(it.resultNow()).isTrue());
        }
    }

    private boolean isAnsweredRightly(int number) {
        var decision = number % 2 == 0 ? "collect-sum" : "rule-order";
        var answer =
                rules.decide(decision, Map.of("age", number % 2 == 0 ? 3 : 7)).answer();
        return String.valueOf(answer).equals(number % 2 == 0 ? "6" : "[1, 2]");
    }

    @Test
    void factsMayBeDatesAndListsOfMaps() {
        var facts = Map.of(
                "birth", LocalDate.of(2010, 5, 17),
                "day", LocalDate.of(2026, 6, 15),
                "diseases", List.of(Map.of("code", "ORPHA:558")));

        assertThat(rules.decide("minor", facts).answer()).isEqualTo(true);
    }

    @Test
    void theMatchedRowsAreNamedWithTheirAnnotation() {
        var matched = rules.decide("ranking", Map.of("age", 40, "heads", List.of("98006")))
                .matched();

        assertThat(matched).singleElement().satisfies(row -> {
            assertThat(row.ruleId()).isEqualTo("neuro");
            assertThat(row.row()).isEqualTo(1);
            assertThat(row.description()).isEqualTo("Head neurologic, Orphanet 98006.");
            assertThat(row.outputs()).containsEntry("network", "epicare");
        });
    }

    @Test
    void noRowIsNoAnswerAndNoError() {
        var decision = rules.decide("unique", Map.of("age", 40));

        assertThat(decision.isAnswered()).isFalse();
        assertThat(decision.matched()).isEmpty();
        assertThatThrownBy(decision::text).isInstanceOf(RuleFailed.class).hasMessageContaining("answered nothing");
    }

    @Test
    void theVersionIsTheFilesSha256() {
        var version = rules.decide("unique", Map.of("age", 12)).version();

        assertThat(version).matches("[0-9a-f]{64}").isEqualTo(rules.version("first"));
        assertThat(version).isNotEqualTo(rules.version("ranking"));
    }

    @Test
    void anUnknownDecisionIsNamedTogetherWithTheKnownOnes() {
        assertThatThrownBy(() -> rules.decide("rankign", Map.of()))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("'rankign' is in no DMN file")
                .hasMessageContaining("ranking");
    }

    @Test
    void twoRowsOfAUniqueTableAreAFailureWhoseMessageHoldsNoFact() {
        var failure = catchThrowableOfType(RuleFailed.class, () -> rules.decide("unique", Map.of("age", 3)));

        assertThat(failure).hasMessageContaining("hit-policies.dmn").hasMessageContaining("hit policy");
        assertThat(failure.getMessage()).doesNotContain("3");
        assertThat(failure.detail()).containsIgnoringCase("unique");
    }

    @Test
    void aFileThatIsNoDmnIsRefusedByName() {
        assertThatThrownBy(() -> Rules.of("classpath:rules/broken/*.dmn"))
                .isInstanceOf(RuleFailed.class)
                .hasMessageContaining("no-dmn.dmn")
                .hasMessageContaining("Line=1")
                .hasMessageNotContaining("<");
    }

    @Test
    void otherFilesComeIntoForceAndBrokenOnesDoNot() throws IOException {
        var rules = Rules.of("classpath:rules/ranking.dmn");
        var before = rules.decisions();
        var goals = Files.readAllBytes(Path.of("src/test/resources/rules/goals.dmn"));

        assertThatThrownBy(() -> rules.replaceWith(Map.of("broken.dmn", "no rules".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RuleFailed.class);
        assertThat(rules.decisions()).isEqualTo(before);
        rules.replaceWith(Map.of("goals.dmn", goals));

        assertThat(rules.decisions()).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    @Test
    void coverageSaysWhichRowsNeverMatched() {
        rules.decide("first", Map.of("age", 12));

        assertThat(rules.coverage().missed("first"))
                .extracting(RuleCoverage.Row::ruleId)
                .containsExactly("first-2", "first-3");
        assertThat(rules.coverage().report())
                .contains("first: 1 of 3 rows matched", "not matched: ranking row 1 (neuro)");
    }

    @Test
    void theProgramsOwnFilesCanAllBeParsed() {
        assertThat(new Rules().decisions()).isNotNull();
    }
}
