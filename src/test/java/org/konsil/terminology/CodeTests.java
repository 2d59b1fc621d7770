package org.konsil.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTests {

    @ParameterizedTest
    @CsvSource({
        "ORPHA:558, ORPHA:558",
        "orpha:558, ORPHA:558",
        "Orphanet:558, ORPHA:558",
        "ORDO:558, ORPHA:558",
        "ORDO:Orphanet_558, ORPHA:558",
        "ORPHANET_558, ORPHA:558",
        "http://www.orpha.net/ORDO/Orphanet_558, ORPHA:558",
        "OMIM:154700, OMIM:154700",
        "MIM:154700, OMIM:154700",
        "omim: 154700, OMIM:154700",
        "HP:0001250, HP:0001250",
        "HP_0001250, HP:0001250",
        "http://purl.obolibrary.org/obo/HP_0001250, HP:0001250",
        "MONDO:0007947, MONDO:0007947",
        "HGNC:3603, HGNC:3603",
        "NCIT:C3224, NCIT:C3224",
        "SNOMEDCT_US:19346006, SNOMEDCT_US:19346006",
        "ICD10:Q87.4, ICD10:Q87.4"
    })
    void theUsualSpellingsAreOneCode(String written, String code) {
        assertThat(Code.parse(written)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "558",
                "ORPHA:",
                "ORPHA:Marfan",
                "OMIM:1547",
                "OMIM:PS154700",
                "HP:1250",
                "HP:00012500",
                "MONDO:7947",
                "HGNC:FBN1",
                "Marfan syndrome",
                "NCIT:",
                "NCIT:<script>"
            })
    void whatHasNoFormOfACodeIsRefused(String written) {
        assertThatThrownBy(() -> Code.parse(written)).isInstanceOf(MalformedCode.class);
    }

    @Test
    void aForeignSystemIsLetThroughAndSaysSo() {
        assertThat(Code.parse("NCIT:C3224").isForeign()).isTrue();
        assertThat(Code.parse("NCIT:C3224").isWellFormed()).isFalse();
        assertThat(Code.parse("ORPHA:558").isForeign()).isFalse();
    }
}
