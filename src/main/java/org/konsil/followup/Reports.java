package org.konsil.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** The coded answers of a report, sealed for the home provider: how a patient fares is personal even in codes. */
@Component
class Reports {

    private final Vault vault;
    private final ObjectMapper json;

    Reports(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(CaseId caseId, int number, JsonNode answers) {
        var report = json.createObjectNode()
                .put("implemented", answers.path("implemented").asText())
                .put("result", answers.path("result").asText())
                .put("adverse_events", answers.path("adverseEvents").asText().equals("yes"))
                .put(
                        "diagnosis_changed",
                        answers.path("diagnosisChanged").asText().equals("yes"));
        return vault.seal(caseId, Controller.HOME, place(number), report.toString());
    }

    /** Empty where nothing was reported or it was erased. */
    JsonNode open(CaseId caseId, int number, byte @Nullable [] sealed) {
        try {
            return sealed == null || sealed.length == 0
                    ? json.createObjectNode()
                    : json.readTree(vault.open(caseId, Controller.HOME, place(number), sealed));
        } catch (ContentErased e) {
            return json.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report was sealed that is no JSON", e);
        }
    }

    private static String place(int number) {
        return "follow_up_date.report:" + number;
    }
}
