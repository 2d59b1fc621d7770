package org.konsil.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.process.ProcessFile;

/** The letters as the program brings them, in nine languages, without the program. */
class LetterTemplatesTests {

    private static final Path GOLDEN = Path.of("src/test/resources/letters");
    private static final int LONGEST_SENTENCE = 18;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "nb", "sv", "da", "nl", "de", "fr", "uk"})
    void theLetterReadsAsItShould(String language) throws IOException {
        var letter = Composer.compose(template(language), facts("permission", "dissent", "travel"), written("guardian"))
                .plain();

        var golden = GOLDEN.resolve(language + ".txt");
        if (Boolean.getBoolean("konsil.write-docs")) {
            Files.writeString(golden, letter + "\n");
        }
        assertThat(letter.lines().filter(line -> !line.isBlank()))
                .as("Run with -Dkonsil.write-docs=true, have somebody who speaks the language read it, and commit it.")
                .containsExactlyElementsOf(Files.readAllLines(golden).stream()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "nb", "sv", "da", "nl", "de", "fr", "uk"})
    void everySentenceIsShortAndNoPlaceIsLeftOpen(String language) throws IOException {
        for (var addressee : Addressee.values()) {
            var letter = Composer.compose(
                    template(language), facts("permission", "dissent", "travel"), written(addressee.code()));
            assertThat(letter.plain()).doesNotContain("{").doesNotContain("  ");
            assertThat(letter.blocks().stream()
                            .flatMap(block -> Arrays.stream(block.text().split("(?<=[.!?])\\s", -1))))
                    .allSatisfy(sentence -> assertThat(sentence.split("\\s", -1))
                            .as(sentence)
                            .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
        }
    }

    @Test
    void whatDoesNotHoldIsLeftOut() throws IOException {
        var letter =
                Composer.compose(template("en"), facts(), written("patient")).plain();

        assertThat(letter)
                .doesNotContain("did not all agree", "permission", "another country")
                .contains("about your health", "They found a scar.");
    }

    @Test
    void theClinicianMayBeginTheLetterInTheirOwnWay() throws IOException {
        var written = JSON.readTree("{\"addressee\": \"patient\", \"salutation\": \"Dear Onni,\"}");

        assertThat(Composer.compose(template("en"), facts(), written).greeting())
                .isEqualTo("Dear Onni,");
    }

    @Test
    void aTemplateThatCouldBeNoWholeLetterIsRefused() throws IOException {
        var good = Files.readString(Path.of("processes/patient-letter-en.letter.yaml"));

        refused(good.replace("free: contact", "free: address"), "'address'");
        refused(good.replace("    free: next\n", ""), "free: next");
        refused(good.replace("when: travel", "when: tuesday"), "'tuesday'");
        refused(good.replace("{network}", "{name}"), "{name}");
        refused(good.replace("  trial:", "  experiment:"), "trial");
        refused(good.replace("version: 1", "version: none"), "version");
        refused(good.replace("language: en", "language: sv"), "'sv'");
        refused(good.replace("      guardian: Nothing", "      aunt: Nothing"), "guardian");
        refused("body: [", "");
    }

    private static void refused(String text, String because) {
        assertThatThrownBy(() -> LetterTemplates.read(file("patient-letter-en.letter.yaml", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private static LetterTemplate template(String language) throws IOException {
        var name = "patient-letter-" + language + ".letter.yaml";
        return LetterTemplates.read(file(name, Files.readString(Path.of("processes", name))));
    }

    private static ProcessFile file(String name, String text) {
        return new ProcessFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Composer.Facts facts(String... conditions) {
        return new Composer.Facts(
                "ERN EpiCARE",
                "Helsinki University Hospital",
                LocalDate.of(2026, 1, 10),
                LocalDate.of(2026, 3, 5),
                LocalDate.of(2026, 3, 12),
                1,
                "Aino Laine",
                Set.of(conditions),
                Stream.of("surgery accepted", "drug modified", "trial rejected", "test accepted")
                        .map(item -> item.split(" ", -1))
                        .map(item -> new Composer.Item(item[0], item[1]))
                        .toList());
    }

    private static JsonNode written(String addressee) {
        var written = JSON.createObjectNode()
                .put("addressee", addressee)
                .put("findings", "They found a scar.")
                .put("next", "We meet on Monday.")
                .put("contact", "Aino Laine, 09 4711");
        var items = written.putArray("items");
        List.of("A narrow beam.", "Half the dose.", "A new medicine.", "A picture of the brain.")
                .forEach(plain -> items.addObject().put("plain", plain));
        return written;
    }
}
