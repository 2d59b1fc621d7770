package org.konsil.interop.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.kernel.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;

class MalformedPhenopacketTests {

    private final PhenopacketReader reader = new PhenopacketReader(PhenopacketReaderTests.CLOCK);

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void readAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private MalformedPhenopacket refusal(String json) {
        return catchThrowableOfType(
                MalformedPhenopacket.class, () -> reader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // no JSON at all, or not one object
                "{\"id\":\"x\",\"subject\":{\"id\":\"a\" | /subject/id | JSON",
                "{\"subject\":{\"id\":}} | /subject/id | JSON",
                "{\"subject\":{\"id\":\"a\",\"id\":\"b\"}} | /subject/id | JSON",
                "{\"subject\":{\"id\":\"a\"}} {} | `` | JSON",
                "[] | `` | object is expected",
                "null | `` | object is expected",
                "`` | `` | JSON object",
                // what is missing
                "{} | /subject | missing",
                "{\"subject\":null} | /subject | missing",
                "{\"subject\":{}} | /subject/id | missing",
                "{\"subject\":{\"id\":\" \"}} | /subject/id | missing",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":[{}]} | /diseases/0/term | missing",
                "{\"subject\":{\"id\":\"a\"},\"phenotypicFeatures\":[{\"type\":{\"label\":\"x\"}}]} |"
                        + " /phenotypicFeatures/0/type/id | missing",
                // what is unknown
                "{\"subject\":{\"id\":\"a\"},\"phenotypicFeature\":[]} | /phenotypicFeature | did you mean",
                "{\"subject\":{\"id\":\"a\",\"name\":\"Onni\"}} | /subject/name | no field name",
                "{\"subject\":{\"id\":\"a\"},\"a/b~c\":1} | /a~1b~0c | no field",
                "{\"subject\":{\"id\":\"a\",\"alternateIds\":[],\"alternate_ids\":[]}} | /subject/alternate_ids |"
                        + " twice",
                "{\"subject\":{\"id\":\"a\"},\"genes\":[]} | /genes | no field",
                "{\"id\":\"f\",\"proband\":{}} | /proband | family",
                // values of another type
                "{\"subject\":[]} | /subject | object is expected",
                "{\"subject\":{\"id\":7}} | /subject/id | text is expected",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":{}} | /diseases | list is expected",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":[null]} | /diseases/0 | null",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":[{\"term\":{\"id\":\"OMIM:154700\"},\"excluded\":\"true\"}]}"
                        + " | /diseases/0/excluded | true or false",
                "{\"subject\":{\"id\":\"a\",\"sex\":\"male\"}} | /subject/sex | MALE",
                "{\"subject\":{\"id\":\"a\",\"sex\":9}} | /subject/sex | MALE",
                "{\"subject\":{\"id\":\"a\",\"vitalStatus\":{\"survivalTimeInDays\":-1}}} |"
                        + " /subject/vitalStatus/survivalTimeInDays | whole number",
                "{\"subject\":{\"id\":\"a\",\"vitalStatus\":{\"survivalTimeInDays\":1.5}}} |"
                        + " /subject/vitalStatus/survivalTimeInDays | whole number",
                "{\"subject\":{\"id\":\"a\"},\"measurements\":[{\"assay\":{\"id\":\"LOINC:1\"},\"value\":{\"quantity\":{\"value\":\"high\"}}}]}"
                        + " | /measurements/0/value/quantity/value | number",
                "{\"subject\":{\"id\":\"a\",\"timeAtLastEncounter\":{\"age\":{\"iso8601duration\":\"P1Y\"},\"timestamp\":\"2020-01-01T00:00:00Z\"}}}"
                        + " | /subject/timeAtLastEncounter/timestamp | Only one",
                "{\"subject\":{\"id\":\"a\"},\"files\":[{\"fileAttributes\":{\"x\":1}}]} | /files/0/fileAttributes/x |"
                        + " text is expected",
                "{\"subject\":{\"id\":\"a\\u0000\"}} | /subject/id | kept",
                "{\"subject\":{\"id\":\"a\\ud800\"}} | /subject/id | kept",
                // what cannot be
                "{\"subject\":{\"id\":\"a\",\"dateOfBirth\":\"2019-13-01\"}} | /subject/dateOfBirth | point in time",
                "{\"subject\":{\"id\":\"a\",\"dateOfBirth\":\"2027-01-01T00:00:00Z\"}} | /subject/dateOfBirth | future",
                "{\"subject\":{\"id\":\"a\",\"dateOfBirth\":\"1001-01-01T00:00:00Z\"}} | /subject/dateOfBirth | 1890",
                "{\"subject\":{\"id\":\"a\",\"vitalStatus\":{\"timeOfDeath\":{\"timestamp\":\"2027-01-01T00:00:00Z\"}}}}"
                        + " | /subject/vitalStatus/timeOfDeath/timestamp | future",
                "{\"subject\":{\"id\":\"a\",\"timeAtLastEncounter\":{\"age\":{\"iso8601duration\":\"4 years\"}}}} |"
                        + " /subject/timeAtLastEncounter/age/iso8601duration | ISO 8601",
                "{\"subject\":{\"id\":\"a\",\"timeAtLastEncounter\":{\"age\":{\"iso8601duration\":\"P\"}}}} |"
                        + " /subject/timeAtLastEncounter/age/iso8601duration | ISO 8601",
                "{\"subject\":{\"id\":\"a\",\"timeAtLastEncounter\":{\"ageRange\":{\"start\":{\"iso8601duration\":\"P2Y\"},\"end\":{\"iso8601duration\":\"P1Y\"}}}}}"
                        + " | /subject/timeAtLastEncounter/ageRange/end | before",
                "{\"subject\":{\"id\":\"a\",\"timeAtLastEncounter\":{\"gestationalAge\":{\"weeks\":30,\"days\":9}}}} |"
                        + " /subject/timeAtLastEncounter/gestationalAge/days | 0 to 6",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":[{\"term\":{\"id\":\"OMIM:15470\",\"label\":\"Marfan\"}}]} |"
                        + " /diseases/0/term/id | code",
                "{\"subject\":{\"id\":\"a\"},\"diseases\":[{\"term\":{\"id\":\"Marfan syndrome\"}}]} |"
                        + " /diseases/0/term/id | code",
                "{\"subject\":{\"id\":\"a\"},\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:1250\"}}]} |"
                        + " /phenotypicFeatures/0/type/id | code",
                "{\"subject\":{\"id\":\"a\"},\"phenotypic_features\":[{\"type\":{\"id\":\"HP:1250\"}}]} |"
                        + " /phenotypic_features/0/type/id | code",
                "{\"subject\":{\"id\":\"a\",\"taxonomy\":{\"id\":\"NCBITaxon:10090\"}}} | /subject/taxonomy/id | human"
            })
    void thePointerLeadsToWhatIsWrongAndTheReasonSaysWhy(String json, String pointer, String reason) {
        var refusal = refusal(json == null ? "" : json);

        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.fields().getFirst().pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(refusal.fields().getFirst().reason()).contains(reason);
    }

    @Test
    void allPlacesThatAreWrongAreNamedAtOnceUpToFifty() {
        var two = refusal("{\"subject\":{\"id\":1,\"sex\":2.5},\"diseases\":[{\"term\":{\"id\":\"OMIM:1\"}}]}");
        assertThat(two.fields())
                .extracting(Refusal.Field::pointer)
                .containsExactly("/subject/id", "/subject/sex", "/diseases/0/term/id");

        var many = refusal("{\"subject\":{\"id\":\"a\"},\"diseases\":[" + "{},".repeat(500) + "{}]}");
        assertThat(many.fields()).hasSize(50);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedBeforeItCosts() {
        assertThat(refusal("\"" + "x".repeat(JsonText.MOST_BYTES) + "\"")
                        .fields()
                        .getFirst()
                        .reason())
                .contains("larger than");
        var deep = "{\"subject\":{\"id\":\"a\",\"x\":" + "[".repeat(100_000);
        assertThat(refusal(deep).fields().getFirst().pointer()).startsWith("/subject/x/0");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        var bytes = "{\"subject\":{\"id\":\"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);
        var refusal = catchThrowableOfType(MalformedPhenopacket.class, () -> reader.read(bytes));

        assertThat(refusal.fields().getFirst().reason()).contains("JSON");
    }
}
