package org.konsil;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The case of the reference story, as his clinician registers it. */
public final class Onni {

    private Onni() {}

    /** Answers to the form {@code register-case}. */
    public static ObjectNode answers() {
        return answers("fi", "hus");
    }

    /** The same boy in another country. */
    public static ObjectNode answers(String country, String provider) {
        var answers = new ObjectMapper()
                .createObjectNode()
                .put("provider", provider)
                .put("country", country)
                .put("pseudonym", "T-" + UUID.randomUUID().toString().substring(0, 8))
                .put("familyName", "Virtanen")
                .put("ageYears", 4)
                .put("sex", "male")
                .put("diagnosisStatus", "suspected")
                .put("clinicalSummary", "Twenty to thirty seizures a day.")
                .put("question", "surgery")
                .put("urgency", "routine");
        answers.putArray("phenotypes").addObject().put("code", "HP:0001250").put("presence", "present");
        answers.putArray("diseases").addObject().put("code", "ORPHA:65683");
        return answers;
    }
}
