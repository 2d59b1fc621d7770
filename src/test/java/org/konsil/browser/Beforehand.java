package org.konsil.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.konsil.journey.PageVisitor;
import org.konsil.journey.Script;

/** What has happened before a story's day begins: cases registered, worked up to where the day finds them. */
final class Beforehand {

    private final int port;
    private final Door door;

    Beforehand(int port) {
        this.port = port;
        this.door = Door.at(port);
    }

    Door door() {
        return door;
    }

    /** Registers a case; nobody has done anything for it yet. */
    CaseDriver register(Patient patient, Script script) {
        return CaseDriver.register(door, patient.clinician(), patient.registration(), script);
    }

    /** A document that the home hospital lays beside the case. */
    void addReport(CaseDriver theCase, Patient patient) {
        var page = "/cases/" + theCase.caseId();
        PageVisitor.signedIn(port, patient.clinician())
                .upload(
                        page,
                        page + "/files",
                        "findings.txt",
                        patient.story().getBytes(StandardCharsets.UTF_8),
                        Map.of("looked", "true"));
    }

    /**
     * Everybody answers in plain words, and a network's panel says of the patient what it will come to recommend.
     *
     * @param experts whom the coordinator invites, the last of whom is less sure; empty: whoever is proposed
     */
    static Script answers(Patient patient, String network, List<String> experts) {
        var told = Script.straight()
                .but(
                        "confirm-network",
                        Map.of("network", network, "reasonNotFirst", "Its panel knows this disease best."))
                .but("domestic-opinion", Map.of("opinion", "We have seen two such patients in ten years."))
                .but("triage", Map.of("urgencyAgreed", patient.isUrgent() ? "urgent" : "routine"))
                .but("expert-opinion", opinion(patient));
        return experts.isEmpty()
                ? told
                : told.but("convene-panel", Map.of("lead", "lead." + network, "experts", experts))
                        .but("expert-opinion", experts.getLast(), Map.of("confidence", "moderate"));
    }

    private static Map<String, Object> opinion(Patient patient) {
        return Map.of(
                "assessment",
                "The findings fit. " + patient.advice() + ".",
                "differential",
                List.of(Map.of("code", patient.disease(), "likelihood", "likely", "argument", "")),
                "recommendedTreatment",
                List.of(Map.of("type", "other", "text", patient.advice())),
                "evidenceLevel",
                "3",
                "confidence",
                "high");
    }
}
