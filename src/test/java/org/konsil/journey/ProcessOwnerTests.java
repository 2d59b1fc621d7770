package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Onni;

/** The owner of the Norwegian pack adds steps to it, over HTTP and in the folder, while cases are under way. */
@Aside
@SuppressWarnings("NullAway.Init") // the program is started first of all
class ProcessOwnerTests {

    private static final String REMARK = "Ringerike" + UUID.randomUUID();
    private static final Script MORE_ASKED = Script.straight()
            .but("regional-view-no", Map.of("regionalView", "more-evidence", "regionalRemark", REMARK))
            .but("complete-evidence", Map.of("evidenceStep", "waiver"));

    @TempDir
    static Path home;

    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(home);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void newCasesTakeTheNewWayAndThoseUnderWayTheirOwn() throws IOException {
        var first = norwegian();
        first.workUntil("domestic-opinion");

        deployed(NorwegianChange.regionalView());
        var second = norwegian();
        theNewStepIsAskedFor(second);
        theNewFieldSteersTheWayAndTheTextStaysInTheCaseStore(second);

        program.kill();
        write(NorwegianChange.familyView());
        program.startAgain();
        var third = norwegian();
        third.workUntil("family-view-no");
        third.workUntil("confirm-network");
        assertThat(third.log()).contains("regional-view by contact.no", "family-view by clinician.no");

        first.workUntil("confirm-network");
        assertThat(first.log()).noneMatch(step -> step.startsWith("regional-view") || step.startsWith("family-view"));
        second.workUntil("confirm-network");
        assertThat(second.log()).noneMatch(step -> step.startsWith("family-view"));
    }

    private static void theNewStepIsAskedFor(CaseDriver norwegian) {
        var task = norwegian.workUntil("regional-view-no");
        assertThat(task.path("elementId").asText()).isEqualTo("regional-view");
        assertThat(task.path("name").asText()).isEqualTo("Give the regional view");

        var contact = new Reader(program.address(), "contact.no");
        assertThat(contact.page("/work/available")).contains("Give the regional view");
        assertThat(contact.page("/tasks/" + task.path("taskKey").asText()))
                .contains("What does the region say to it?", "It asks for more evidence", "name=\"regionalRemark\"");
    }

    private static void theNewFieldSteersTheWayAndTheTextStaysInTheCaseStore(CaseDriver norwegian) throws IOException {
        norwegian.follow(MORE_ASKED).workUntil("complete-evidence");

        assertThat(norwegian.log()).contains("regional-view by contact.no");
        var engine = engineLog();
        assertThat(engine).contains("more-evidence").doesNotContain(REMARK);
    }

    private static void deployed(Map<String, String> files) {
        var answer = new OwnersDoor(program.address())
                .deploy("owner.no", files)
                .expect(200)
                .body();

        var process = answer.at("/deployments/0/processDefinition");
        assertThat(process.path("processDefinitionId").asText()).isEqualTo("domestic-no");
        assertThat(process.path("processDefinitionVersion").asInt()).isEqualTo(2);
        assertThat(answer.at("/deployments/1/form/formId").asText()).isEqualTo("regional-view-no");
    }

    private static CaseDriver norwegian() {
        return CaseDriver.register(program.door(), "clinician.no", Onni.answers("no", "ous"), Script.straight());
    }

    private static void write(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var folder = home.resolve(file.getKey().endsWith(".form") ? "forms" : "processes");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** All that the engine has written down. */
    private static String engineLog() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(home.resolve("engine").resolve("log"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
