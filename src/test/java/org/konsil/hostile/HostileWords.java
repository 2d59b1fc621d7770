package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.konsil.Onni;
import org.konsil.journey.Asked;
import org.konsil.journey.Script;
import org.springframework.core.io.ClassPathResource;

/** Text that wants to be more than text: markup, scripts, expressions of templates, addresses to be called. */
public record HostileWords(String address) {

    private static final String SHORT = "<b id=pwn>";

    /** Answers that carry it in every field that takes any text. */
    public Map<String, Object> answer(Asked asked) {
        var answers = new HashMap<String, Object>();
        try (var file = new ClassPathResource("forms/" + asked.formId() + ".form").getInputStream()) {
            collect(new ObjectMapper().readTree(file).path("components"), answers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        answers.putAll(Script.straight().answer(asked));
        return answers;
    }

    public ObjectNode registration() {
        return Onni.answers()
                .put("familyName", SHORT + "Virtanen")
                .put("clinicalSummary", text())
                .put("medicalHistory", text())
                .put("currentTreatment", text())
                .put("questionText", text());
    }

    public String text() {
        return "\"'><script>window.pwned=1</script><img src=x onerror=window.pwned=1><img src=" + address
                + "> ${7*1910911} [[${7*1910911}]] __${7*1910911}__ {{7*1910911}} \r\nSet-Cookie: pwned=1";
    }

    /** On a page it is what was written, and nothing else. */
    static void areOnlyWords(String page, String where) {
        assertThat(page)
                .as(where)
                .doesNotContain("<script>window", "<img src=x", "<img src=http", SHORT, "'><script", "13376377");
    }

    private void collect(JsonNode components, Map<String, Object> answers) {
        for (var field : components) {
            var type = field.path("type").asText();
            var rules = field.path("validate");
            if (type.equals("group") && !field.has("path")) {
                collect(field.path("components"), answers);
            } else if (type.equals("textarea") || (type.equals("textfield") && takesAnyText(field))) {
                var text = type.equals("textarea") ? text() : SHORT + text().replaceAll("\\r\\n", " ");
                var fits = rules.path("maxLength").asInt(Integer.MAX_VALUE) >= text.length();
                answers.put(field.path("key").asText(), fits ? text : SHORT);
            }
        }
    }

    private static boolean takesAnyText(JsonNode field) {
        return field.at("/validate/pattern").isMissingNode()
                && field.at("/validate/validationType").isMissingNode()
                && field.at("/properties/kind").isMissingNode();
    }
}
