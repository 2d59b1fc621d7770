package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.konsil.Onni;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ColumnRegister;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text that people write on a case's way carries a mark; none of them may be found where only ids and choices belong. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class MarkedPatientTests {

    private static final String MARK = "Xq7marked";
    /** Codes that stand in no decision table, which the engine does know. */
    private static final String DISEASE = "ORPHA:99999917";

    private static final String PHENOTYPE = "HP:9999917";
    private static final String BORN = "2017-03-09";
    private static final List<Traces> SECRETS =
            List.of(Traces.of(MARK), Traces.of(BORN), Traces.of(DISEASE), Traces.of(PHENOTYPE));
    /** Words in rows of lists; what is chosen from a list is left as it is. */
    private static final Set<String> WORDS_IN_ROWS = Set.of("text", "responsible", "timeFrame", "reason", "name");

    @LocalServerPort
    int port;

    @Value("${konsil.home}")
    Path home;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    private final Set<String> marked = new TreeSet<>();
    private final Script story = OnniStory.script();
    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothingButIdsCodesAndChoicesLiesInTheOpen(CapturedOutput said) throws IOException {
        var driver = CaseDriver.register(door, "clinician.fi", registration(), this::answer);
        door.as("clinician.fi")
                .post(
                        "/api/v1/cases/search",
                        Door.JSON.createObjectNode().put("text", MARK + " text in the field pseudonym"));

        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");

        assertThat(marked).hasSizeGreaterThan(50);
        var caseId = Traces.of(driver.caseId());
        assertThat(caseId.in(home.resolve("engine")))
                .as("the case itself is there, so the search finds")
                .isNotEmpty();
        for (var secret : SECRETS) {
            assertThat(secret.in(home)).as(secret + " in the program's folder").isEmpty();
            assertThat(secret.in(said.toString())).as(secret + " in the log").isFalse();
        }
        var database = database();
        assertThat(caseId.in(database)).isTrue();
        for (var secret : SECRETS) {
            assertThat(secret.in(database))
                    .as(secret + " in the open in the store")
                    .isFalse();
        }
        inABackup();
        everySealedColumnHoldsSealedBytes();
    }

    private void inABackup() throws IOException {
        var taken = door.as("admin").post("/api/v1/backups", Door.JSON.createObjectNode());
        assertThat(taken.status()).isEqualTo(201);
        var archive = home.resolve("backups").resolve(taken.body().path("name").asText());
        assertThat(Traces.entries(archive)).isNotEmpty().noneMatch(name -> name.contains("keys"));
        for (var secret : SECRETS) {
            assertThat(secret.inArchive(archive)).as(secret + " in the backup").isEmpty();
        }
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
        assertThat(seen).as("sealed columns that the story fills").isGreaterThan(15);
        for (var column : ColumnRegister.read().of("emptied")) {
            assertThat(jdbc.sql("SELECT COUNT(%s) FROM %s".formatted(column.column(), column.table()))
                            .query(Long.class)
                            .single())
                    .as(column.name())
                    .isZero();
        }
    }

    private ObjectNode registration() {
        var answers = Onni.answers();
        answers.remove("ageYears");
        answers.withArray("diseases").addObject().put("code", DISEASE);
        answers.withArray("phenotypes").addObject().put("code", PHENOTYPE).put("presence", "present");
        answers.put("dateOfBirth", BORN);
        for (var field : List.of(
                "pseudonym",
                "familyName",
                "givenName",
                "recordNumber",
                "clinicalSummary",
                "medicalHistory",
                "currentTreatment",
                "questionText")) {
            answers.put(field, mark("register-case", field));
        }
        return answers;
    }

    /** What people usually answer, and a mark in every field and every row that takes any text. */
    private Map<String, Object> answer(Asked asked) {
        var answers = new HashMap<String, Object>();
        answers.putAll(story.answer(asked));
        textFields(asked.formId())
                .forEach(field -> answers.merge(
                        field, mark(asked.formId(), field), (usual, mark) -> usual instanceof String ? mark : usual));
        answers.replaceAll((field, value) -> value instanceof List<?> rows ? rows(asked, field, rows) : value);
        return answers;
    }

    private List<?> rows(Asked asked, String list, List<?> rows) {
        return rows.stream()
                .map(row -> row instanceof Map<?, ?> cells ? row(asked, list, cells) : row)
                .toList();
    }

    private Map<String, Object> row(Asked asked, String list, Map<?, ?> cells) {
        var row = new HashMap<String, Object>();
        cells.forEach((key, value) -> row.put(
                String.valueOf(key),
                value instanceof String && WORDS_IN_ROWS.contains(key)
                        ? mark(asked.formId(), list + "." + key)
                        : value));
        return row;
    }

    private String mark(String form, String field) {
        marked.add(form + "." + field);
        return MARK + " text in the field " + field;
    }

    private static Set<String> textFields(String formId) {
        try (var file = new ClassPathResource("forms/" + formId + ".form").getInputStream()) {
            var fields = new TreeSet<String>();
            collect(Door.JSON.readTree(file).path("components"), fields);
            return fields;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(JsonNode components, Set<String> fields) {
        for (var component : components) {
            var type = component.path("type").asText();
            if (type.equals("group") && !component.has("path")) {
                collect(component.path("components"), fields);
            } else if (type.equals("textarea") || (type.equals("textfield") && takesAnyText(component))) {
                fields.add(component.path("key").asText());
            }
        }
    }

    private static boolean takesAnyText(JsonNode component) {
        return component.path("validate").path("pattern").isMissingNode()
                && component.path("validate").path("validationType").isMissingNode()
                && component.path("properties").path("kind").isMissingNode();
    }

    /** Everything in the database, as the statements that would make it anew; bytes stand there in hexadecimal. */
    private String database() {
        return String.join("\n", jdbc.sql("SCRIPT").query(String.class).list());
    }
}
