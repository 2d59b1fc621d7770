package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.konsil.Onni;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How patients ask for what they may, and how those who stand for a copy answer. */
abstract class RightsStory {

    @LocalServerPort
    int port;

    Door door;
    private final Map<String, PageVisitor> visitors = new HashMap<>();

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    CaseDriver register() {
        return CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
    }

    JsonNode ask(CaseDriver driver, String account, String kind, Map<String, Object> more) {
        var request = new HashMap<String, Object>(more);
        request.putAll(Map.of("kind", kind, "receivedOn", day().toString(), "requestedBy", "patient"));
        return door.as(account)
                .post(driver.path("/requests"), request)
                .expect(201)
                .body();
    }

    Door.Reply answer(CaseDriver driver, String account, Map<String, ?> answers) {
        return complete(driver, account, "answer-request", answers);
    }

    Door.Reply complete(CaseDriver driver, String account, String form, JsonNode after, Map<String, ?> answers) {
        assertThat(after.path("parts")).isNotEmpty();
        return complete(driver, account, form, answers);
    }

    Door.Reply complete(CaseDriver driver, String account, String form, Map<String, ?> answers) {
        var group = Map.of("dpo.fi", "dpo:hus", "dpo.no", "dpo:ous").getOrDefault(account, "coordinator:epicare");
        var now = driver.await(
                "asks for " + form, it -> items(it, form, group).findFirst().isPresent());
        var item = items(now, form, group).findFirst().orElseThrow();
        var address = "/api/v1/work-items/" + item.path("taskKey").asText();
        var version = door.as(account)
                .get(address + "/form")
                .expect(200)
                .body()
                .path("version")
                .asInt();
        return door.as(account).post(address + "/complete", Map.of("data", answers, "version", version));
    }

    static Stream<JsonNode> items(JsonNode now, String form, String group) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false)
                .filter(it -> it.path("formId").asText().equals(form)
                        && it.path("candidateGroups").toString().contains(group));
    }

    void awaitPart(CaseDriver driver, String kind, String controller, String state) {
        awaitPart(driver, "dpo.fi", kind, controller, state);
    }

    void awaitPart(CaseDriver driver, String reader, String kind, String controller, String state) {
        driver.await(
                kind + " is " + state,
                now -> StreamSupport.stream(list(driver, reader).path("items").spliterator(), false)
                        .flatMap(request ->
                                StreamSupport.stream(request.path("parts").spliterator(), false))
                        .anyMatch(part -> part.path("kind").asText().equals(kind)
                                && part.path("controller").asText().equals(controller)
                                && part.path("state").asText().equals(state)));
    }

    JsonNode list(CaseDriver driver, String reader) {
        return door.as(reader).get(driver.path("/requests")).expect(200).body();
    }

    String page(String account, CaseDriver driver, String below) {
        return visitor(account).open("/cases/" + driver.caseId() + below, 200);
    }

    PageVisitor visitor(String account) {
        return visitors.computeIfAbsent(account, it -> PageVisitor.signedIn(port, it));
    }

    static boolean asks(JsonNode now, String form) {
        return now.path("openWork").findValuesAsText("formId").contains(form);
    }

    static String due(JsonNode now, String form) {
        return StreamSupport.stream(now.path("openWork").spliterator(), false)
                .filter(item -> item.path("formId").asText().equals(form))
                .map(item -> item.path("due").asText())
                .findFirst()
                .orElse("");
    }

    LocalDate day() {
        return LocalDate.now(door.clock());
    }

    void assertCertificateHolds(CaseDriver driver) {
        var certificates = list(driver, "dpo.fi").path("certificates");
        assertThat(certificates).hasSize(2);
        for (var one : certificates) {
            var address = driver.path("/requests/certificates/" + one.path("id").asText());
            var signed = door.as("dpo.fi").get(address + ".json").expect(200).body();
            assertThat(Signed.holds(signed)).isTrue();
            assertThat(signed.path("document").asText())
                    .contains(driver.caseId())
                    .doesNotContain("Virtanen");
            assertThat(new String(door.as("dpo.fi").download(address + ".pdf"), 0, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF");
        }
    }
}
