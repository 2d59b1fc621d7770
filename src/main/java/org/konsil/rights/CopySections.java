package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.desk.dossier.Readable;
import org.konsil.forms.Forms;
import org.konsil.forms.UnknownForm;
import org.konsil.kernel.Country;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns the machine-readable copy into headings, questions and answers that a person can read. */
@Component
class CopySections {

    /** A heading with what stands below it. */
    record Section(String title, List<Readable.Line> lines) {}

    private final Forms forms;
    private final Access access;
    private final MessageSource words;

    CopySections(Forms forms, Access access, MessageSource words) {
        this.forms = forms;
        this.access = access;
        this.words = words;
    }

    List<Section> of(JsonNode copy, Locale reader) {
        var sections = new ArrayList<Section>();
        var lines = new CopyLines(words, this::name, reader);
        copy.properties().forEach(part -> {
            var key = part.getKey();
            var value = part.getValue();
            var title = words.getMessage("rights.copy." + key, null, reader);
            if (value.path("erased").asBoolean()) {
                var gone = words.getMessage("rights.copy.erased", null, reader);
                sections.add(new Section(title, List.of(new Readable.Line("", List.of(gone)))));
                return;
            }
            switch (key) {
                case "identity" -> add(sections, title, ofForm("register-case", value, reader));
                case "clinical" -> add(sections, title, ofForm("register-case", named(value, copy, reader), reader));
                case "submissions" -> value.forEach(form -> filledIn(form, reader, sections));
                case "opinions" -> value.forEach(one -> opinion(one, title, reader, sections));
                case "minutes" -> value.forEach(one -> minutes(one, title, reader, sections));
                case "notes" -> value.forEach(one -> add(sections, title, noted(one)));
                case "discussion" -> value.forEach(one -> add(sections, title, said(one)));
                default -> add(sections, title, lines.of(key, value));
            }
        });
        return sections;
    }

    private void filledIn(JsonNode submission, Locale reader, List<Section> sections) {
        var form = submission.path("formId").asText();
        var title = String.valueOf(words.getMessage("desk.paper." + form, null, form.replace('-', ' '), reader));
        var lines = new ArrayList<Readable.Line>();
        lines.add(by(submission.path("by").path("userId"), submission.path("at"), reader));
        lines.addAll(ofForm(form, submission.path("answers"), reader));
        add(sections, title, lines);
    }

    private void opinion(JsonNode opinion, String title, Locale reader, List<Section> sections) {
        var lines = new ArrayList<Readable.Line>();
        lines.add(by(opinion.path("expert"), opinion.path("givenAt"), reader));
        lines.addAll(ofForm("expert-opinion", opinion.path("content"), reader));
        add(sections, title, lines);
    }

    private void minutes(JsonNode session, String title, Locale reader, List<Section> sections) {
        if (session.path("minutes").isObject()) {
            var lines = new ArrayList<Readable.Line>();
            lines.add(by(session.path("writtenBy"), session.path("writtenAt"), reader));
            lines.addAll(ofForm("meeting-minutes", session.path("minutes"), reader));
            add(sections, title, lines);
        }
    }

    private Readable.Line by(JsonNode who, JsonNode when, Locale reader) {
        var label = words.getMessage("rights.copy.by", null, reader);
        return new Readable.Line(label, List.of(name(who.asText()), when.asText()));
    }

    private List<Readable.Line> said(JsonNode message) {
        var label = name(message.path("author").asText());
        var lines = new ArrayList<>(
                List.of(message.path("writtenAt").asText(), message.path("text").asText()));
        message.path("sideNotes")
                .forEach(note -> lines.add(note.path("language").asText() + ": "
                        + note.path("text").asText()));
        return List.of(new Readable.Line(label, lines));
    }

    private List<Readable.Line> noted(JsonNode note) {
        return List.of(new Readable.Line(
                name(note.path("by").asText()),
                List.of(note.path("at").asText(), note.path("text").asText())));
    }

    private String name(String userId) {
        return access.person(userId).map(Person::displayName).orElse(userId);
    }

    /** The options behind the codes of hospital and country, so that their names are shown; of an age only what says something. */
    private static JsonNode named(JsonNode clinical, JsonNode copy, Locale reader) {
        var content = (ObjectNode) clinical.deepCopy();
        option(
                content,
                "providers",
                "provider",
                copy.path("about").path("controllerName").asText());
        var country = content.path("country").asText();
        option(
                content,
                "countries",
                "country",
                country.isEmpty() ? "" : Country.of(country).name(reader));
        if (content.path("ageYears").asDouble() >= 3) {
            content.put("ageYears", content.path("ageYears").intValue());
        }
        return content;
    }

    private static void option(ObjectNode content, String options, String field, String label) {
        content.putArray(options)
                .addObject()
                .put("value", content.path(field).asText())
                .put("label", label);
    }

    private List<Readable.Line> ofForm(String id, JsonNode answers, Locale reader) {
        try {
            var form = forms.named(id);
            return Readable.of(form.view(form.start(answers), List.of(), reader)).sections().stream()
                    .flatMap(section -> section.lines().stream())
                    .toList();
        } catch (UnknownForm e) {
            return answers.properties().stream()
                    .filter(field -> field.getValue().isValueNode())
                    .map(field -> new Readable.Line(
                            field.getKey(), List.of(field.getValue().asText())))
                    .toList();
        }
    }

    private static void add(List<Section> sections, String title, List<Readable.Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }
}
