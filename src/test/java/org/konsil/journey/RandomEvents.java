package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports anything about a case at any time, by anybody. Refusals are fine; a case that breaks is not. */
final class RandomEvents {

    private static final Set<Integer> ANSWERS = Set.of(202, 403, 404, 409, 422);
    private static final List<String> NETWORKS = List.of("epicare", "rnd", "metabern", "ithaca", "euro-nmd");
    private static final List<String> HOSPITALS = List.of("hus", "ous", "karolinska", "rigshospitalet", "okhmatdyt");

    /** What ends a case comes seldom, so that most go their whole way. */
    private static final List<String> EVENTS = List.of(
            "consent-withdrawn",
            "patient-died",
            "urgency-changed",
            "urgency-changed",
            "urgency-changed",
            "conflict-found",
            "conflict-found",
            "conflict-found",
            "expert-unavailable",
            "expert-unavailable",
            "expert-unavailable",
            "transfer",
            "transfer",
            "transfer",
            "duplicate",
            "re-open",
            "re-open");

    private final Door door;
    private final Chance chance;

    RandomEvents(Door door, Chance chance) {
        this.door = door;
        this.chance = chance;
    }

    /** @return who reported what, and the answer's status */
    String report(JsonNode now, String clinician, String otherCase) {
        var event = chance.one(EVENTS);
        var by = reporter(now, clinician);
        var path = "/api/v1/cases/" + now.path("caseId").asText() + "/events/" + event;
        var reply = door.as(by).post(path, said(event, now, otherCase));
        if (!ANSWERS.contains(reply.status())) {
            throw new AssertionError(event + " by " + by + " of " + now + ": " + reply);
        }
        return event + " by " + by + ": " + reply.status();
    }

    private String reporter(JsonNode now, String clinician) {
        var network = now.path("network").asText();
        var country = now.path("country").asText();
        return chance.in(60) || network.isEmpty()
                ? clinician
                : chance.one(List.of(
                        "coordinator." + network,
                        "dispatcher." + network,
                        "lead." + network,
                        "expert1." + network,
                        "dpo." + country));
    }

    private Map<String, Object> said(String event, JsonNode now, String otherCase) {
        var today = LocalDate.now(door.clock()).toString();
        return switch (event) {
            case "consent-withdrawn" ->
                Map.of(
                        "scopes",
                        List.of(chance.one(List.of("registry", "research-contact", "treatment-abroad", "panel-care"))),
                        "withdrawnOn",
                        today,
                        "channel",
                        "letter",
                        "effectsExplained",
                        true);
            case "patient-died" -> Map.of("dateOfDeath", today);
            case "urgency-changed" ->
                Map.of("urgency", chance.one(List.of("routine", "urgent")), "reason", "As the course demands.");
            case "conflict-found" ->
                Map.of(
                        "expert",
                        expert(now),
                        "kind",
                        chance.one(List.of("financial", "institutional", "personal", "prior-treatment")),
                        "reason",
                        "Found out late.");
            case "expert-unavailable" -> Map.of("expert", expert(now), "kind", "illness");
            case "transfer" -> chance.in(70) ? toNetwork() : toHospital();
            case "duplicate" ->
                Map.of("other", otherCase, "how", chance.one(List.of("link", "link", "merge")), "reason", "The same.");
            default -> Map.of("question", "And now?", "reason", "course");
        };
    }

    private Map<String, Object> toNetwork() {
        return Map.of("target", "network", "toNetwork", chance.one(NETWORKS), "reason", "It knows more of it.");
    }

    private Map<String, Object> toHospital() {
        return Map.of(
                "target",
                "provider",
                "toProvider",
                chance.one(HOSPITALS),
                "patientAgrees",
                "yes",
                "reason",
                "The family moves.");
    }

    /** Somebody who may sit on the panel. */
    private String expert(JsonNode now) {
        return "expert" + chance.one(List.of("1", "2", "3", "4")) + "."
                + now.path("network").asText("epicare");
    }
}
