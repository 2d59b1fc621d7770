package org.konsil.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.rules.RuleBook;

/** Each pack that the table names is there, and says whose it is. */
class PackFilesTests {

    private static final Set<String> WITH_A_PACK = Set.of("fi", "no", "se", "dk", "nl", "de", "ua");

    @ParameterizedTest
    @ValueSource(strings = {"fi", "no", "se", "dk", "nl", "de", "ua", "is", "gb", "pl"})
    void aPackIsTwoDrawingsThatNameTheirOwner(String country) throws IOException {
        var pack = RuleBook.RULES
                .decide("country-pack", Map.of("country", country, "day", LocalDate.of(2026, 6, 1)))
                .map();

        for (var process : Set.of("domesticProcess", "abroadProcess")) {
            var drawing = Files.readString(Path.of("processes", pack.get(process) + ".bpmn"));
            var owner = "owner:" + (WITH_A_PACK.contains(country) ? country : "all");
            assertThat(drawing)
                    .contains("<zeebe:property name=\"owner\" value=\"" + owner + "\" />")
                    .containsPattern("<bpmn:documentation>[^<]*" + owner + "[^<]*</bpmn:documentation>");
        }
    }
}
