package org.konsil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules answer as the tables in {@code src/test/resources/rules/tables} say, which people who know the law can read. */
class RuleTablesTests {

    @ParameterizedTest
    @MethodSource("org.konsil.rules.RuleTable#allCases")
    void theRuleAnswersAsTheTableSays(RuleTable.Case one) {
        var answer = RuleBook.RULES.decide(one.decision(), one.facts()).answer();

        one.answers()
                .forEach((name, wanted) -> assertThat(text(part(answer, name)))
                        .as("%s: %s", one.place(), name)
                        .isEqualTo(text(wanted)));
    }

    private static @Nullable Object part(@Nullable Object answer, String name) {
        return answer instanceof Map<?, ?> several ? several.get(name) : answer;
    }

    /** 3 and 3.0 are the same number. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case Number number when number.doubleValue() == number.longValue() -> Long.toString(number.longValue());
            case List<?> list -> list.stream().map(Objects::toString).toList().toString();
            case null -> "null";
            default -> value.toString();
        };
    }
}
