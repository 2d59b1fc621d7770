package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.konsil.Onni;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every text that people write on a case's way carries a mark; none of them may be found where only ids and choices belong. */
@JourneyTest
class MarkedPatientTests {

    private static final String MARK = "Xq7marked";
    /** The version of the printed form stands open in the store; it says nothing of the patient. */
    private static final String OPEN_MARK = "Xq7version";

    private static final String FAMILY_NAME = "Xq7familyname";
    /** Codes that stand in no decision table, which the engine does know. */
    private static final String DISEASE = "ORPHA:99999917";

    private static final String PHENOTYPE = "HP:9999917";
    private static final String BORN = "2017-03-09";

    @LocalServerPort
    int port;

    @Value("${konsil.home}")
    Path home;

    @Autowired
    JdbcClient jdbc;

    private final List<String> marked = new ArrayList<>();
    private Door door;

    @BeforeEach
    void comeIn() {
        door = Door.at(port);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void nothingButIdsCodesAndChoicesReachesTheEngine() throws IOException {
        var driver = CaseDriver.register(door, "clinician.fi", registration(), this::answer);

        assertThat(driver.workUntilOver().path("closingReason").asText()).isEqualTo("ADVISED");

        assertThat(marked).hasSizeGreaterThan(40);
        assertThat(inEngine(driver.caseId()))
                .as("the case itself is there, so the search finds")
                .isTrue();
        for (var secret : List.of(MARK, OPEN_MARK, FAMILY_NAME, BORN, DISEASE, PHENOTYPE)) {
            assertThat(inEngine(secret)).as(secret + " in the engine's folder").isFalse();
        }
        var database = database();
        assertThat(database.contains(driver.caseId())).isTrue();
        for (var secret : List.of(FAMILY_NAME, BORN, MARK)) {
            assertThat(database.contains(secret) || database.contains(hex(secret)))
                    .as(secret + " in the open in the store")
                    .isFalse();
        }
    }

    private ObjectNode registration() {
        var answers = Onni.answers();
        answers.remove("ageYears");
        answers.withArray("diseases").addObject().put("code", DISEASE);
        answers.withArray("phenotypes").addObject().put("code", PHENOTYPE).put("presence", "present");
        return answers.put("familyName", FAMILY_NAME)
                .put("dateOfBirth", BORN)
                .put("clinicalSummary", mark("register-case", "clinicalSummary"))
                .put("medicalHistory", mark("register-case", "medicalHistory"))
                .put("currentTreatment", mark("register-case", "currentTreatment"))
                .put("questionText", mark("register-case", "questionText"));
    }

    /** What people usually answer, and a mark in every field that takes any text. */
    private Map<String, Object> answer(Asked asked) {
        var answers = new HashMap<String, Object>();
        textFields(asked.formId()).forEach(field -> answers.put(field, mark(asked.formId(), field)));
        answers.putAll(Script.straight().answer(asked));
        return answers;
    }

    private String mark(String form, String field) {
        marked.add(form + "." + field);
        return (field.equals("documentVersion") ? OPEN_MARK : MARK) + " text in the field " + field;
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

    private boolean inEngine(String text) throws IOException {
        try (var files = Files.walk(home.resolve("engine"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Everything in the database, as the statements that would make it anew; bytes stand there in hexadecimal. */
    private String database() {
        return String.join("\n", jdbc.sql("SCRIPT").query(String.class).list());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
