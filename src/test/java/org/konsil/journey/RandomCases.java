package org.konsil.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.konsil.Onni;

/** Patients by chance, as their clinicians register them. */
final class RandomCases {

    /** The straight way to the end; what a data protection officer may refuse is refused. */
    static final Script USUAL = Script.straight()
            .but(
                    "answer-request",
                    Map.of("requestDecision", "refuse", "refusalGround", "unfounded", "identityChecked", true))
            .but("follow-up-report", Map.of("followUpEnd", true))
            .but("record-consent", Map.of("expiry", "2061-12-31"))
            .but(
                    asked -> asked.formId().equals("replace-experts") && tooFewAreLeft(asked),
                    asked -> Map.of("replaceDecision", "no-quorum"))
            .but(
                    asked -> asked.formId().equals("lead-discussion") && tooFewWillCome(asked),
                    asked -> Map.of("leadDecision", "too-few"));

    private static final Map<String, String> HOSPITALS = Map.of(
            "fi", "hus",
            "no", "ous",
            "se", "karolinska",
            "dk", "rigshospitalet",
            "nl", "radboudumc",
            "de", "charite",
            "ua", "okhmatdyt",
            "pl", "czd");
    private static final List<String> DISEASES =
            List.of("ORPHA:65683", "ORPHA:558", "ORPHA:586", "ORPHA:635", "ORPHA:616874", "OMIM:143100", "");

    private RandomCases() {}

    private static boolean tooFewAreLeft(Asked asked) {
        var left = asked.options("expertOptions").size();
        return left == 0 || asked.number("accepted") + asked.number("waiting") + left < asked.number("quorum");
    }

    private static boolean tooFewWillCome(Asked asked) {
        return asked.number("given") + asked.number("awaited") < asked.number("quorum");
    }

    static RandomCase register(Door door, long seed, int number) {
        var chance = new Chance(seed, number);
        var country = chance.one(HOSPITALS.keySet().stream().sorted().toList());
        var clinician = "clinician." + country;
        var taken = door.as(clinician)
                .post("/api/v1/cases", answers(chance, country))
                .expect(201)
                .body();
        return new RandomCase(door, taken.path("caseId").asText(), clinician, chance);
    }

    private static ObjectNode answers(Chance chance, String country) {
        var answers = Onni.answers(country, Objects.requireNonNull(HOSPITALS.get(country)))
                .put("ageYears", chance.one(List.of(0, 4, 15, 16, 17, 18, 44, 90)))
                .put("sex", chance.one(List.of("female", "male", "other", "unknown")))
                .put("question", chance.one(List.of("diagnosis", "treatment", "surgery", "palliative")))
                .put("urgency", "routine");
        if (chance.in(30)) {
            answers.put("urgency", "urgent").put("urgencyReason", "Getting worse.");
        }
        var disease = chance.one(DISEASES);
        if (disease.isEmpty()) {
            answers.remove("diseases");
            answers.put("diagnosisStatus", "undiagnosed");
        } else {
            answers.putArray("diseases").addObject().put("code", disease);
        }
        return answers;
    }
}
