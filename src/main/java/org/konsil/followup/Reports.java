package org.konsil.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.LateSealing;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The coded answers of a report, sealed for the home provider: how a patient fares is personal even in codes. */
@Component
class Reports implements SmartInitializingSingleton {

    private static final LateSealing.Old OLD = new LateSealing.Old(
            "follow_up_date",
            "number",
            List.of("implemented", "result", "adverse_events", "diagnosis_changed"),
            "report",
            Controller.HOME);

    private final Vault vault;
    private final LateSealing late;
    private final ObjectMapper json;

    Reports(Vault vault, LateSealing late, ObjectMapper json) {
        this.vault = vault;
        this.late = late;
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
        return vault.seal(caseId, Controller.HOME, OLD.place(number), report.toString());
    }

    /** Empty where nothing was reported or it was erased. */
    JsonNode open(CaseId caseId, int number, byte @Nullable [] sealed) {
        try {
            return sealed == null || sealed.length == 0
                    ? json.createObjectNode()
                    : json.readTree(vault.open(caseId, Controller.HOME, OLD.place(number), sealed));
        } catch (ContentErased e) {
            return json.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report was sealed that is no JSON", e);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        late.seal(OLD);
    }
}
