package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the deployers' door refuses. Nothing here comes into force, so that the other journeys go on as drawn. */
@JourneyTest
@SuppressWarnings("NullAway.Init") // there is a door before each test
class DeploymentApiTests {

    @LocalServerPort
    int port;

    private OwnersDoor door;

    @BeforeEach
    void goToTheDoor() {
        door = new OwnersDoor(URI.create("http://127.0.0.1:" + port));
    }

    @Test
    void onlyProcessOwnersMayDeploy() {
        assertThat(door.deploy(null, norwegian()).status()).isEqualTo(401);
        assertThat(door.deploy("clinician.no", norwegian()).status()).isEqualTo(403);
        assertThat(door.deploy("admin", norwegian()).status()).isEqualTo(403);
        assertThat(Door.at(port).as("clinician.no").get("/v2/topology").status())
                .isEqualTo(403);
    }

    @Test
    void camundaModelerFindsAGateway() {
        var topology =
                Door.at(port).as("owner.no").get("/v2/topology").expect(200).body();

        assertThat(topology.path("gatewayVersion").asText()).startsWith("8.8");
    }

    @Test
    void camundasOwnClientDeploys() {
        var owner = new BasicAuthCredentialsProviderBuilder()
                .username("owner.no")
                .password("konsil-demo")
                .build();
        try (var client = CamundaClient.newClientBuilder()
                .restAddress(URI.create("http://127.0.0.1:" + port))
                .preferRestOverGrpc(true)
                .credentialsProvider(owner)
                .build()) {
            var form = NorwegianChange.regionalView().get("regional-view-no.form");

            var done = client.newDeployResourceCommand()
                    .addResourceStringUtf8(Objects.requireNonNull(form), "regional-view-no.form")
                    .send()
                    .join();

            assertThat(done.getForm().getFirst().getFormId()).isEqualTo("regional-view-no");
        }
    }

    @Test
    void anOwnerDeploysNothingOfOthers() {
        for (var file : new String[] {"domestic-se.bpmn", "referral.bpmn", "record-consent.form", "exhaustion.dmn"}) {
            var refused = door.deploy("owner.no", Map.of(file, "anything")).expect(403);
            assertThat(refused.body().path("code").asText()).isEqualTo("not-your-file");
            assertThat(refused.body().path("detail").asText()).contains(file);
        }
    }

    @Test
    void somethingHasToBeSent() {
        assertThat(door.deploy("owner", Map.of()).status()).isEqualTo(422);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void aChangeThatIsNotSoundIsRefusedWithItsFaults(Map<String, String> files, String fault) {
        var refused = door.deploy("owner.no", files).expect(422).body();

        assertThat(refused.path("code").asText()).isEqualTo("deployment-refused");
        assertThat(refused.path("title").asText()).isEqualTo("Nothing was deployed.");
        assertThat(refused.path("errors").findValuesAsText("reason"))
                .anySatisfy(reason -> assertThat(reason).contains(fault));
    }

    static Stream<Arguments> aChangeThatIsNotSoundIsRefusedWithItsFaults() {
        return Stream.of(
                Arguments.of(Map.of("domestic-no.bpmn", "<bpmn:definitions"), "no valid BPMN"),
                Arguments.of(
                        changed("domestic-no.bpmn", "formId=\"regional-view-no\"", "formId=\"nowhere-no\""),
                        "no form nowhere-no"),
                Arguments.of(without("domestic-no.variables.yaml"), "regionalView"),
                Arguments.of(
                        changed("domestic-no.bpmn", "type=\"ask-domestic\"", "type=\"ask-nobody\""),
                        "jobs of the type ask-nobody"),
                Arguments.of(
                        changed("domestic-no.bpmn", "value=\"exhaustion\"", "value=\"exhaustive\""),
                        "no decision exhaustive"),
                Arguments.of(
                        changed("domestic-no.bpmn", " id=\"domestic-no\"", " id=\"domestic-norway\""),
                        "with the id domestic-no"),
                Arguments.of(
                        changed("domestic-no.bpmn", "candidateGroups=\"centre:no\"", "candidateGroups=\"\""),
                        "Nobody would be asked"),
                Arguments.of(
                        changed("domestic-no.variables.yaml", "regionalView,", "regionalRemark,"),
                        "regionalRemark of the form regional-view-no to the engine"),
                Arguments.of(changed("domestic-no.variables.yaml", "more-evidence", "less"), "offers more-evidence"),
                Arguments.of(changed("domestic-no.variables.yaml", "type: code", "type: poem"), "cannot be read"),
                Arguments.of(changed("regional-view-no.form", "\"radio\"", "\"hologram\""), "cannot show this form"),
                Arguments.of(Map.of("Regional View-no.form", "{}"), "lower-case words"));
    }

    @Test
    void whatTheEngineRefusesIsToldInItsWords() {
        var refused = door.deploy(
                        "owner.no", changed("domestic-no.bpmn", ">=evidenceStep = \"waiver\"<", ">=evidenceStep = (<"))
                .expect(422)
                .body();

        assertThat(refused.at("/errors/0/reason").asText()).contains("evidenceStep");
    }

    private static Map<String, String> norwegian() {
        return NorwegianChange.regionalView();
    }

    private static Map<String, String> without(String file) {
        var files = new HashMap<>(norwegian());
        files.remove(file);
        return files;
    }

    private static Map<String, String> changed(String file, String from, String to) {
        var files = new HashMap<>(norwegian());
        var text = files.get(file);
        if (text == null || !text.contains(from)) {
            throw new AssertionError(from + " is not in " + file + ": " + text);
        }
        files.put(file, text.replace(from, to));
        return files;
    }
}
