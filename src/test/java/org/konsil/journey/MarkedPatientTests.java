package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ColumnRegister;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every text that people write on a case's way carries a mark; none of them may be found where only ids and choices belong. The same patient
 * is searched for in H2's file and in PostgreSQL where backups are tried.
 */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class MarkedPatientTests {

    /** The story, but nobody waits for the fourth expert's signature. */
    private static final Script SOON =
            OnniStory.script().but("sign-outcome", "expert4.epicare", Map.of("signDecision", "agree"));

    @LocalServerPort
    int port;

    @Value("${konsil.home}")
    Path home;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Vault vault;

    private final MarkedPatient patient = new MarkedPatient();
    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingButIdsCodesAndChoicesLiesInTheOpen(CapturedOutput said) throws Exception {
        var driver = CaseDriver.register(door, "clinician.fi", patient.registration(), patient.marking(SOON));
        door.as("clinician.fi")
                .post(
                        "/api/v1/cases/search",
                        Door.JSON.createObjectNode().put("text", MarkedPatient.MARK + " text in the field pseudonym"));
        addFile(driver);
        driver.workUntil("expert-opinion");
        writeBesideTheForms(driver);

        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");
        askForRights(driver);

        assertThat(patient.marked()).hasSizeGreaterThan(55);
        var archive = backup();
        assertThat(Search.of(List.of(Traces.of(driver.caseId())))
                        .folder(home)
                        .found()
                        .keySet())
                .as("the case itself is there, so the search finds")
                .anyMatch(where -> where.endsWith(".log"))
                .anyMatch(where -> where.endsWith("store.mv.db"))
                .anyMatch(where -> where.contains(archive.getFileName() + "!"));
        assertThat(everywhere(said).found()).isEmpty();
        everySealedColumnHoldsSealedBytes();
    }

    private Search everywhere(CapturedOutput said) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            return Search.of(MarkedPatient.secrets())
                    .folder(home)
                    .text("the log", said.toString())
                    .database("the store", connection);
        }
    }

    private void addFile(CaseDriver driver) {
        var page = "/cases/" + driver.caseId();
        var content = patient.mark("file", "content").getBytes(StandardCharsets.UTF_8);
        var after = PageVisitor.signedIn(port, "clinician.fi")
                .upload(
                        page,
                        page + "/files",
                        patient.mark("file", "name") + ".txt",
                        content,
                        Map.of("looked", "true"));
        assertThat(after).contains(MarkedPatient.MARK + " text in the field name");
    }

    private void writeBesideTheForms(CaseDriver driver) {
        door.as("coordinator.epicare")
                .post(driver.path("/discussion"), Map.of("text", patient.mark("discussion", "text")))
                .expect(201);
        door.as("auditor")
                .post(driver.path("/openings"), Map.of("reason", patient.mark("opening", "reason")))
                .expect(201);
        door.as("clinician.fi")
                .post(
                        driver.path("/events/urgency-changed"),
                        Map.of("urgency", "urgent", "reason", patient.mark("change-urgency", "reason")))
                .expect(202);
    }

    private void askForRights(CaseDriver driver) {
        var request = Map.of(
                "kind",
                "access",
                "receivedOn",
                LocalDate.now(door.clock()).toString(),
                "requestedBy",
                "patient",
                "details",
                patient.mark("data-subject-request", "details"));
        door.as("clinician.fi").post(driver.path("/requests"), request).expect(201);
        var address = "/cases/" + driver.caseId() + "/rights";
        PageVisitor.signedIn(port, "dpo.fi")
                .send(address, address + "/hold", Map.of("reason", patient.mark("hold", "reason")));
    }

    private Path backup() throws IOException {
        var taken = door.as("admin").post("/api/v1/backups", Door.JSON.createObjectNode());
        assertThat(taken.status()).isEqualTo(201);
        var archive = home.resolve("backups").resolve(taken.body().path("name").asText());
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("keys"));
        }
        return archive;
    }

    private void everySealedColumnHoldsSealedBytes() {
        var other = CaseId.next();
        vault.seal(other, Controller.HOME, "test", "a case of its own");
        int seen = 0;
        for (var column : ColumnRegister.read().of("sealed")) {
            var contents = jdbc.sql("SELECT %s FROM %s WHERE %s IS NOT NULL AND LENGTH(%s) > 0"
                            .formatted(column.column(), column.table(), column.column(), column.column()))
                    .query(byte[].class)
                    .list();
            seen += contents.isEmpty() ? 0 : 1;
            for (var content : contents) {
                assertThat(content[0]).as(column.name()).isEqualTo((byte) 2);
                assertThatThrownBy(() -> vault.openBytes(other, Controller.HOME, column.name(), content))
                        .as(column.name())
                        .hasMessageContaining("seal");
            }
        }
        assertThat(seen).as("sealed columns that the story fills").isGreaterThan(18);
    }
}
