package org.konsil.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;
import org.konsil.Onni;
import org.konsil.operations.CommandLine;
import org.springframework.util.FileSystemUtils;

/** A backup from before an erasure, restored later together with old keys, does not bring the data back. */
@Aside
class ErasedStaysErasedTests {

    @TempDir
    Path folder;

    private final int port = Jvm.freePort();
    private final Staff staff = new Staff(URI.create("http://127.0.0.1:" + port), new Ledger());

    @Test
    void whatWasErasedAfterTheBackupIsNotReadableAfterTheRestore() throws Exception {
        var home = folder.resolve("home");
        var archive = folder.resolve("elsewhere/konsil.zip");
        var oldKeys = folder.resolve("old-keys");
        String caseId;
        try (var program = Child.start(folder.resolve("program.log"), arguments(home))) {
            program.awaitReady(port);
            caseId = staff.register(Onni.answers(), "the-case");
            var id = caseId;
            program.await("asks for the consent", () -> item(id, "record-consent") != null);
            withdraw(id);
            program.await("asks what becomes of it", () -> item(id, "confirm-erasure") != null);
            assertThat(CommandLine.run(arguments(
                            home,
                            "backup",
                            "--to=" + archive,
                            "--KONSIL_ADMIN_USER=admin",
                            "--KONSIL_ADMIN_PASSWORD=konsil-demo")))
                    .isZero();
            FileSystemUtils.copyRecursively(home.resolve("keys"), oldKeys);
            assertThat(staff.caseNow(id).path("pseudonym").asText()).isNotEmpty();
            erase(id);
            program.await(
                    "is erased", () -> staff.caseNow(id).path("state").asText().equals("ERASED"));
        }
        var elsewhere = folder.resolve("elsewhere/home");
        FileSystemUtils.copyRecursively(oldKeys, elsewhere.resolve("keys"));
        Files.copy(
                home.resolve("keys/destroyed"),
                elsewhere.resolve("keys/destroyed"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(CommandLine.run(arguments(elsewhere, "restore", "--from=" + archive)))
                .isZero();

        try (var restored = Child.start(folder.resolve("restored.log"), arguments(elsewhere))) {
            restored.awaitReady(port);
            var now = staff.caseNow(caseId);
            assertThat(now.path("state").asText()).isEqualTo("CLOSED");
            assertThat(now.path("pseudonym").asText()).isEmpty();
            staff.get("clinician.fi", "/api/v1/cases").expect(200);
            staff.assertThatTheHistoryIsIntact();
        }
    }

    private void withdraw(String caseId) {
        var request = Map.of(
                "kind", "withdrawal",
                "receivedOn", LocalDate.now(java.time.ZoneOffset.UTC).toString(),
                "requestedBy", "guardian",
                "scopes", List.of("referral"),
                "channel", "phone");
        staff.post("clinician.fi", "/api/v1/cases/" + caseId + "/requests", request, null)
                .expect(201);
    }

    private void erase(String caseId) {
        var item = item(caseId, "confirm-erasure");
        var address = "/api/v1/work-items/"
                + (item == null ? "" : item.path("taskKey").asText());
        var version = staff.get("dpo.fi", address + "/form").expect(200).body().path("version");
        var answers = Map.of("homeRecord", "erase", "networkCopy", "erase");
        staff.post("dpo.fi", address + "/complete", Map.of("data", answers, "version", version.asInt()), null)
                .expect(200);
    }

    private @org.jspecify.annotations.Nullable JsonNode item(String caseId, String form) {
        return StreamSupport.stream(staff.caseNow(caseId).path("openWork").spliterator(), false)
                .filter(item -> item.path("formId").asText().equals(form))
                .findFirst()
                .orElse(null);
    }

    private String[] arguments(Path home, String... more) {
        var arguments = new ArrayList<>(Arrays.asList(more));
        arguments.addAll(Jvm.demonstration(home, port));
        return arguments.toArray(String[]::new);
    }
}
