package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableGuardTests {

    record Found(List<String> experts) {}

    static final ObjectMapper JSON = new ObjectMapper();
    static VariableGuard guard;

    @BeforeAll
    static void read() throws IOException {
        guard = new VariableGuard(ProcessFiles.read(Consult.folder(), Path.of("none")), JSON);
    }

    @Test
    void whatTheContractNamesPasses() {
        var caseId = "6f1ac7cc-6b3c-4c0e-9a45-1f6b9d0c9f6e";
        assertThat(guard.message("case-registered", Map.of("caseId", caseId, "country", "fi")))
                .hasSize(2);
        assertThat(guard.answer("consult", "worker:find", new Found(List.of("expert1.epicare", "expert2.epicare")))
                        .path("experts"))
                .hasSize(2);
        assertThat(guard.answer("consult", "rule:score", Map.of("score", 3))
                        .path("score")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aFreeTextDoesNotPass() {
        var sentence = List.of("Onni, six years, has seizures");
        assertThatThrownBy(() -> guard.answer("consult", "worker:find", new Found(sentence)))
                .isInstanceOf(VariableRefused.class)
                .hasMessageContaining("experts")
                .hasMessageNotContaining("Onni");
        assertThatThrownBy(() -> guard.answer("consult", "form:ask", Map.of("answer", "perhaps")))
                .isInstanceOf(VariableRefused.class);
    }

    @Test
    void aVariableNobodyDeclaredOrOfAnotherWriterDoesNotPass() {
        assertThatThrownBy(() -> guard.answer("consult", "worker:find", Map.of("name", "onni")))
                .isInstanceOf(VariableRefused.class);
        assertThatThrownBy(() -> guard.answer("consult", "worker:other", new Found(List.of("expert1.epicare"))))
                .isInstanceOf(VariableRefused.class);
        assertThatThrownBy(() -> guard.message("taken-back", Map.of("country", "fi")))
                .isInstanceOf(VariableRefused.class);
        assertThatThrownBy(() -> guard.answer("unheard-of", "worker:find", Map.of("x", 1)))
                .isInstanceOf(VariableRefused.class);
    }

    @Test
    void ofAFormOnlyTheContractsFieldsGoToTheEngine() {
        var answers = JSON.valueToTree(Map.of("answer", "yes", "remark", "She walked at two"));
        assertThat(guard.fields("consult", "ask", answers)).isEqualTo(JSON.valueToTree(Map.of("answer", "yes")));
    }

    @ParameterizedTest
    @CsvSource({
        "ID, '\"2251799813685249\"', true",
        "ID, 17, true",
        "ID, '\"two words\"', false",
        "COUNTRY, '\"fi\"', true",
        "COUNTRY, '\"FI\"', false",
        "COUNTRY, '\"xx\"', false",
        "NETWORK, '\"euro-nmd\"', true",
        "USER, '\"expert1.epicare\"', true",
        "GROUP, '\"centre:fi\"', true",
        "GROUP, '\"centre\"', false",
        "BOOLEAN, true, true",
        "BOOLEAN, '\"true\"', false",
        "INTEGER, 1.5, false",
        "DURATION, '\"P14D\"', true",
        "DURATION, '\"PT1H\"', true",
        "DURATION, '\"soon\"', false",
        "INSTANT, '\"2026-01-01T10:00:00Z\"', true",
        "INSTANT, '\"2026-01-01\"', false"
    })
    void eachFormTakesWhatItIsFor(VariableForm form, String json, boolean fits) throws IOException {
        assertThat(form.fits(JSON.readTree(json), List.of())).isEqualTo(fits);
    }
}
