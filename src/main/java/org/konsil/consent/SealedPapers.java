package org.konsil.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** Who signed in which capacity, and what the paper says of itself, sealed: together they tell a patient's age and tongue. */
@Component
class SealedPapers {

    private final Vault vault;
    private final ObjectMapper json;

    SealedPapers(Vault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(Consent consent) {
        var signed = consent.signed();
        var document = consent.document();
        var date = document.date();
        var paper = json.createObjectNode()
                .put("patient_signed", signed.patient())
                .put("guardians_signed", signed.guardians())
                .put("guardians_needed", signed.guardiansNeeded())
                .put("assent", signed.assent())
                .put("minor_decides", signed.minorDecides())
                .put("document_version", document.version())
                .put("language", document.language())
                .put("document_date", date == null ? null : date.toString());
        return vault.seal(consent.caseId(), Controller.HOME, place(consent.version()), paper.toString());
    }

    /** Empty where it was erased. */
    JsonNode open(CaseId caseId, int version, byte @Nullable [] sealed) {
        try {
            return sealed == null || sealed.length == 0
                    ? json.createObjectNode()
                    : json.readTree(vault.open(caseId, Controller.HOME, place(version), sealed));
        } catch (ContentErased e) {
            return json.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A consent was sealed that is no JSON", e);
        }
    }

    static Signed signed(JsonNode paper) {
        return new Signed(
                paper.path("patient_signed").asBoolean(),
                paper.path("guardians_signed").asInt(),
                paper.path("guardians_needed").asInt(1),
                paper.path("assent").asText("none"),
                paper.path("minor_decides").asBoolean());
    }

    static Document document(JsonNode paper, @Nullable LocalDate expiry) {
        return new Document(
                paper.path("document_version").asText(null),
                paper.path("language").asText(null),
                date(paper),
                expiry);
    }

    private static @Nullable LocalDate date(JsonNode paper) {
        var date = paper.path("document_date");
        return date.isTextual() ? LocalDate.parse(date.asText()) : null;
    }

    private static String place(int version) {
        return "consent.paper:" + version;
    }
}
