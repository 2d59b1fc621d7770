package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.konsil.desk.dossier.Readable;
import org.konsil.forms.Forms;
import org.konsil.forms.UnknownForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns the machine-readable copy into headings, questions and answers that a person can read. */
@Component
class CopySections {

    /** A heading with what stands below it. */
    record Section(String title, List<Readable.Line> lines) {}

    private final Forms forms;
    private final MessageSource words;

    CopySections(Forms forms, MessageSource words) {
        this.forms = forms;
        this.words = words;
    }

    List<Section> of(JsonNode copy, Locale reader) {
        var sections = new ArrayList<Section>();
        copy.properties().forEach(part -> {
            var title = words.getMessage("rights.copy." + part.getKey(), null, reader);
            if (part.getValue().path("erased").asBoolean()) {
                var gone = words.getMessage("rights.copy.erased", null, reader);
                sections.add(new Section(title, List.of(new Readable.Line("", List.of(gone)))));
            } else if (part.getKey().equals("submissions")) {
                part.getValue().forEach(form -> filledIn(form, reader, sections));
            } else if (part.getKey().equals("identity") || part.getKey().equals("clinical")) {
                add(sections, title, ofForm("register-case", part.getValue(), reader));
            } else if (!part.getKey().equals("readers")) {
                add(sections, title, plain("", part.getValue()));
            }
        });
        return sections;
    }

    private void filledIn(JsonNode submission, Locale reader, List<Section> sections) {
        var form = submission.path("formId").asText();
        var title = words.getMessage("desk.paper." + form, null, spaced(form), reader);
        var who = submission.path("by").path("userId").asText() + ", "
                + submission.path("at").asText();
        add(sections, title + " (" + who + ")", ofForm(form, submission.path("answers"), reader));
    }

    private List<Readable.Line> ofForm(String id, JsonNode answers, Locale reader) {
        try {
            var form = forms.named(id);
            return Readable.of(form.view(form.start(answers), List.of(), reader)).sections().stream()
                    .flatMap(section -> section.lines().stream())
                    .toList();
        } catch (UnknownForm e) {
            return plain("", answers);
        }
    }

    private static void add(List<Section> sections, String title, List<Readable.Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }

    /** Labels from the names of fields, where there is no form that has words for them. */
    private static List<Readable.Line> plain(String label, JsonNode value) {
        var lines = new ArrayList<Readable.Line>();
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> lines.addAll(plain(
                            label.isEmpty() ? spaced(field.getKey()) : label + " · " + spaced(field.getKey()),
                            field.getValue())));
        } else if (value.isArray()) {
            int number = 1;
            for (var item : value) {
                lines.addAll(plain((label + " " + number++).strip(), item));
            }
        } else if (!value.isNull() && !value.asText().isBlank()) {
            lines.add(new Readable.Line(label, List.of(value.asText())));
        }
        return lines;
    }

    private static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
