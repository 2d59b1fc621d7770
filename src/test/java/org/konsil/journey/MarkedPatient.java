package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.konsil.Onni;
import org.springframework.core.io.ClassPathResource;

/** A patient of whom every text bears a mark, and the people who write them: what becomes of it can be searched for. */
public final class MarkedPatient {

    static final String MARK = "Xq7marked";

    /** Codes that stand in no decision table, which the engine does know. */
    private static final String DISEASE = "ORPHA:99999917";

    private static final String PHENOTYPE = "HP:9999917";
    private static final String BORN = "2017-03-09";

    /** Words in rows of lists; what is chosen from a list is left as it is. */
    private static final Set<String> WORDS_IN_ROWS = Set.of("text", "responsible", "timeFrame", "reason", "name");

    private final Set<String> marked = new TreeSet<>();

    /** What may lie nowhere. */
    public static List<Traces> secrets() {
        return List.of(Traces.of(MARK), Traces.of(BORN), Traces.of(DISEASE), Traces.of(PHENOTYPE));
    }

    /** Where a text was written, form and field. */
    public Set<String> marked() {
        return marked;
    }

    /** Answers to the form {@code register-case}. */
    public ObjectNode registration() {
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
    public Script marking(Script usual) {
        return asked -> {
            var answer = usual.answer(asked);
            return answer == Script.NOTHING ? answer : marked(asked, answer);
        };
    }

    private Map<String, Object> marked(Asked asked, Map<String, Object> usual) {
        var answers = new HashMap<>(usual);
        textFields(asked.formId())
                .forEach(field -> answers.merge(
                        field, mark(asked.formId(), field), (said, mark) -> said instanceof String ? mark : said));
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

    String mark(String form, String field) {
        synchronized (marked) {
            marked.add(form + "." + field);
        }
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
}
