package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.rules.RuleBook;
import org.konsil.rules.Rules;

/** How long copies are kept, by the table that process owners edit. */
class RetentionTableTests {

    private final Rules rules = RuleBook.RULES;

    @ParameterizedTest
    @CsvSource({
        "home, fi, true, P120Y, P12Y, law",
        "home, se, true, P10Y, P10Y, law",
        "home, nl, true, P20Y, P20Y, law",
        "home, no, true, P10Y, P10Y, default",
        "home, at, true, P10Y, P10Y, default",
        "home, fi, false, PT0S, P1Y, default",
        "network, fr, true, PT0S, P2Y, default"
    })
    void aCopyIsKeptAsTheLawOfItsCountrySays(
            String controller, String country, boolean advised, String obligation, String review, String basis) {
        var row = rules.decide(
                        "retention", Map.of("controller", controller, "country", country, "adviceReceived", advised))
                .map();
        assertThat(row).containsEntry("obligation", obligation);
        assertThat(row).containsEntry("review", review);
        assertThat(row).containsEntry("basis", basis);
    }

    @Test
    void everyCountryOfTheRecordNamesItsSource() {
        assertThat(new RetentionTable(rules).lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line.source()).isNotBlank());
    }
}
