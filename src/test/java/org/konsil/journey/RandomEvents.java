package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports anything about a case at any time, by anybody. Refusals are fine; a case that breaks is not. */
final class RandomEvents {

    private static final Set<Integer> ANSWERS = Set.of(201, 202, 403, 404, 409, 422);
    private static final List<String> NETWORKS = List.of("epicare", "rnd", "metabern", "ithaca", "euro-nmd");
    private static final List<String> HOSPITALS = List.of("hus", "ous", "karolinska", "rigshospitalet", "okhmatdyt");

    /** What the patient asks for (GDPR Art. 15 to 18), not an event of the case's own process. */
    private static final String REQUEST = "request";

    private static final List<String> KINDS = List.of("access", "rectification", "restriction", "erasure");

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
            "re-open",
            REQUEST,
            REQUEST,
            REQUEST);

    private final Door door;
    private final Chance chance;

    RandomEvents(Door door, Chance chance) {
        this.door = door;
        this.chance = chance;
    }

    /** @return who reported what, and the answer's status */
    String report(JsonNode now, String clinician, String otherCase) {
        var event = chance.one(EVENTS);
        if (event.equals(REQUEST)) {
            return asked(now, clinician);
        }
        var by = reporter(now, clinician);
        var path = "/api/v1/cases/" + now.path("caseId").asText() + "/events/" + event;
        return told(event, by, door.as(by).post(path, said(event, now, otherCase)), now);
    }

    /** The data protection officer has told the patient, and lifts the restriction of the case's use. */
    void lift(JsonNode now) {
        var rights = "/cases/" + now.path("caseId").asText() + "/rights";
        PageVisitor.signedIn(door.port(), "dpo." + now.path("country").asText())
                .send(rights, rights + "/restriction/lift", Map.of("told", "true"));
    }

    /** Its network cannot go on with it: another one is to help. */
    String handOn(JsonNode now) {
        var network = now.path("network").asText();
        var by = "coordinator." + network;
        var other =
                NETWORKS.stream().filter(it -> !it.equals(network)).findFirst().orElseThrow();
        var said = Map.of("target", "network", "toNetwork", other, "reason", "Too few here may be on its panel.");
        var path = "/api/v1/cases/" + now.path("caseId").asText() + "/events/transfer";
        return told("transfer", by, door.as(by).post(path, said), now);
    }

    private String asked(JsonNode now, String clinician) {
        var by = chance.toss() ? clinician : "dpo." + now.path("country").asText();
        var path = "/api/v1/cases/" + now.path("caseId").asText() + "/requests";
        var kind = chance.one(KINDS);
        return told(kind, by, door.as(by).post(path, request(kind)), now);
    }

    private static String told(String event, String by, Door.Reply reply, JsonNode now) {
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

    private Map<String, Object> request(String kind) {
        return Map.of(
                "kind",
                kind,
                "receivedOn",
                LocalDate.now(door.clock()).toString(),
                "requestedBy",
                "patient",
                "field",
                "familyName",
                "correctedValue",
                "Korhonen",
                "restrictionGround",
                "accuracy");
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
