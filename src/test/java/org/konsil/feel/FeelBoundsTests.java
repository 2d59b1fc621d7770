package org.konsil.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that would not end, or fill the memory, fail in a moment; what people write does not notice that there are bounds. */
class FeelBoundsTests {

    static {
        FeelBounds.putInForce();
    }

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for x in 1..1000000000 return x",
                "for x in 1..99999 return for y in 1..99999 return x",
                "for x in 1..5000, y in 1..5000 return x * y",
                "some x in 1..1000000000 satisfies x < 0",
                "every x in 1..1000000000 satisfies x > 0",
                "every x in 1..90000, y in 1..90000 satisfies x > 0",
                "(for i in 1..60 return if i = 1 then \"a\" else partial[-1] + partial[-1])[-1]",
                "count((for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1])",
                "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]",
                "count(flatten(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]))",
                "(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]) = (for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
                "for i in 1..60 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}",
                "string((for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1])",
                "[(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1] > 1, 5]",
                "string join(for i in 1..50000 return \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\")",
                "matches(\"a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,\", \"^(.*?,){18}P\")",
                "replace(\"a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,\", \"^(.*?,){18}P\", \"b\")",
                "split(\"a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,\", \"^(.*?,){18}P\")",
                "extract(\"a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,\", \"^(.*?,){18}P\")",
                "(for i in 1..12 return if i = 1 then \"aaaaaaaa\" else replace(partial[-1], \"a\", partial[-1]))[-1]",
                "decimal(1/3, 1000000000)",
                "floor(1/3, 1000000000)",
                "round half up(1/3, 1000000000)",
                "floor(10 ** 999999999)",
                "string(10 ** 999999999)",
                "sort(for x in 1..90000 return 90000 - x, function(a, b) count(for y in 1..1000 return y) < a)",
            })
    @Timeout(20)
    void whatWouldNotEndFailsInAMoment(String expression) {
        var result = evaluate(expression);

        assertThat(result.isFailure()).isTrue();
        assertThat(result.failure().message()).containsPattern("It (takes|works|needs) ");
    }

    /** The threads of requests cannot tell their memory. */
    @Test
    @Timeout(20)
    void alsoOnVirtualThreads() throws InterruptedException {
        var result = new AtomicReference<EvaluationResult>();

        Thread.ofVirtual()
                .start(() -> result.set(evaluate("every x in 1..90000, y in 1..90000 satisfies x > 0")))
                .join();

        assertThat(result.get().isFailure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(for x in 1..3000 return x * 2) | 3000",
                "every x in 1..10000 satisfies x > 0 | true",
                "count(for x in 1..60, y in 1..60 return x * y) | 3600",
                "string length(string join(for x in 1..2000 return \"abc\", \", \")) | 9998",
                "matches(\"ORPHA:33069\", \"^ORPHA:[0-9]+$\") | true",
                "replace(\"a-b-c\", \"-\", \"+\") | a+b+c",
                "replace(\"abc\", \"(a)(b)\", \"$2$1\") | bac",
                "count(split(\"a;b;c\", \";\")) | 3",
                "decimal(1/3, 2) | 0.33",
                "count(distinct values([1, 2, 2, 3])) | 3",
                "if date(\"2026-01-01\") < date(\"2026-01-02\") then 1 else 2 | 1",
                "{a: 1, b: [a, a]}.b[2] | 1",
            })
    void whatPeopleWriteIsNotTouched(String expression, String value) {
        assertThat(evaluate(expression).result()).hasToString(value);
    }

    @Test
    void manyExpressionsOfOneTurnShareWhatTheyMayTake() {
        try (var turn = FeelBounds.turn()) {
            assertThat(evaluate("for x in 1..90000 return for y in 1..90000 return x")
                            .isFailure())
                    .isTrue();
            assertThat(evaluate("1 + 1").isFailure()).isTrue();
        }
        assertThat(evaluate("1 + 1").isSuccess()).isTrue();
    }

    @Test
    void ofWhatTheExpressionWorkedOnNothingIsSaid() {
        var parsed = feel.parseExpression("for x in 1..1000000000 return name").parsedExpression();

        var failed = feel.evaluate(parsed, Map.of("name", "Onni Virtanen")).failure();

        assertThat(failed.message()).doesNotContain("Onni");
    }

    private EvaluationResult evaluate(String expression) {
        var parsed = feel.parseExpression(expression);
        assertThat(parsed.isSuccess()).as(expression).isTrue();
        return feel.evaluate(parsed.parsedExpression(), Map.of());
    }
}
