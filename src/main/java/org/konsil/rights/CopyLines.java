package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.consent.Scope;
import org.konsil.desk.dossier.Readable.Line;
import org.konsil.kernel.Country;
import org.springframework.context.MessageSource;

/** Says in words what has no form of its own in the machine-readable copy: no ids, no codes; days and times are left to the page. */
final class CopyLines {

    private final MessageSource words;
    private final UnaryOperator<String> people;
    private final Locale reader;

    CopyLines(MessageSource words, UnaryOperator<String> people, Locale reader) {
        this.words = words;
        this.people = people;
        this.reader = reader;
    }

    /** Nothing for parts that are shown in another way. */
    List<Line> of(String part, JsonNode value) {
        return switch (part) {
            case "consents" -> consents(value);
            case "attachments" ->
                each(value)
                        .map(file -> line(file.path("name").asText(), file.path("mediaType"), file.path("at")))
                        .toList();
            case "outcome" -> value.isEmpty() ? List.of() : outcome(value);
            case "delivery" -> delivery(value);
            case "follow-up" -> each(value).map(this::followUp).toList();
            case "letters" ->
                each(value).map(one -> written("rights.copy.letter", one)).toList();
            case "interim-reports" ->
                each(value).map(one -> written("rights.copy.report", one)).toList();
            case "registry" -> each(value).flatMap(this::handedOver).toList();
            case "requests" -> each(value).flatMap(this::request).toList();
            case "leftOut" ->
                each(value)
                        .map(one -> line(word("rights.copy." + one.path("part").asText()), one.path("because")))
                        .toList();
            default -> List.of();
        };
    }

    private List<Line> consents(JsonNode all) {
        var lines = new ArrayList<Line>();
        for (var version : all.path("versions")) {
            var number = version.path("version").asText();
            lines.add(new Line(
                    word("rights.copy.consent-version", number),
                    List.of(
                            word(version.path("given").asBoolean() ? "desk.consent.holds" : "rights.copy.declined"),
                            version.path("recordedAt").asText())));
            for (var scope : Scope.values()) {
                var state = version.path("scopes").path(scope.name());
                if (state.isObject()) {
                    var holds = state.path("holds").asBoolean();
                    var what = word(holds ? "desk.consent.holds" : "rights.copy.withdrawn");
                    lines.add(line(word("desk.scope." + scope.code()), what, state.path("since")));
                }
            }
            lines.add(new Line(word("desk.consent.recipients"), recipients(version.path("recipients"))));
            add(lines, "desk.consent.date", version.path("document").path("date"));
            add(lines, "desk.consent.expiry", version.path("document").path("expiry"));
        }
        each(all.path("signatories"))
                .map(one -> line(
                        word("desk.consent.signed"),
                        word(
                                "desk.consent.signatory",
                                one.path("name").asText(),
                                word("desk.relation." + one.path("relation").asText())),
                        one.path("date")))
                .forEach(lines::add);
        return lines;
    }

    private List<String> recipients(JsonNode said) {
        var networks = said.path("anyNetwork").asBoolean()
                ? Stream.of(word("desk.consent.any-network"))
                : each(said.path("networks")).map(CopyLines::text);
        var countries = each(said.path("thirdCountries"))
                .map(CopyLines::text)
                .map(country -> Country.of(country).name(reader));
        var guests = each(said.path("guests")).map(CopyLines::text).map(people);
        return Stream.of(networks, countries, guests).flatMap(it -> it).toList();
    }

    private List<Line> outcome(JsonNode said) {
        var lines = new ArrayList<Line>();
        add(lines, "advice.summary", said.path("summary"));
        lines.add(line(
                word("advice.diagnosis"),
                word("advice.certainty." + said.path("certainty").asText()),
                said.path("diagnosis")));
        each(said.path("recommendations"))
                .map(one -> line(
                        word("advice.type." + one.path("type").asText()),
                        one.path("text"),
                        one.path("responsible"),
                        one.path("timeFrame"),
                        one.path("contraIndications")))
                .forEach(lines::add);
        add(lines, "rights.copy.place", said.path("treatmentPlace"));
        add(lines, "rights.copy.note", said.path("followUpNote"));
        each(said.path("signatures"))
                .map(one -> line(
                        people.apply(one.path("signer").asText()),
                        word("advice.signature." + one.path("state").asText()),
                        one.path("signedAt"),
                        one.path("dissent")))
                .forEach(lines::add);
        return lines;
    }

    private List<Line> delivery(JsonNode said) {
        var lines = new ArrayList<Line>();
        var steps = said.path("steps");
        add(lines, "desk.delivery.sent", steps.path("deliveredAt"));
        add(lines, "desk.delivery.received", steps.path("receivedAt"));
        add(lines, "desk.delivery.answered", steps.path("answeredAt"));
        add(lines, "desk.delivery.informed", steps.path("informedAt"));
        var answers = each(said.path("answers"))
                .map(one -> word("desk.delivery.answer." + one.asText()))
                .toList();
        if (!answers.isEmpty()) {
            lines.add(new Line(word("desk.delivery.answers"), answers));
        }
        return lines;
    }

    private Line written(String label, JsonNode one) {
        var by = one.path("writtenBy").asText("");
        return line(
                word(label, one.path("number").asText()),
                by.isEmpty() || by.equals("null") ? "" : people.apply(by),
                one.path("writtenAt"),
                one.path("words"),
                one.path("advice").asText(""));
    }

    private Stream<Line> handedOver(JsonNode one) {
        var what = line(
                word("rights.copy.handed." + one.path("purpose").asText()),
                one.path("network"),
                one.path("exportedAt"),
                one.path("stoppedAt"));
        var content = one.path("content").properties().stream()
                .map(field -> line(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString()));
        return Stream.concat(Stream.of(what), content);
    }

    private Line followUp(JsonNode one) {
        var result = one.path("result");
        return line(
                word("rights.copy.report", one.path("number").asText()),
                one.path("dueAt"),
                result.isTextual() ? word("desk.result." + result.asText()) : word("rights.not-yet"));
    }

    private Stream<Line> request(JsonNode asked) {
        var what = word("rights.kind." + code(asked.path("kind").asText()));
        var parts = each(asked.path("parts"))
                .map(part -> line(
                        what,
                        word("rights.controller." + code(part.path("controller").asText())),
                        word("rights.state." + code(part.path("state").asText())),
                        part.path("decidedAt")));
        return Stream.concat(Stream.of(line(what, word("rights.copy.received"), asked.path("receivedOn"))), parts);
    }

    private void add(List<Line> lines, String label, JsonNode value) {
        if (!text(value).isBlank()) {
            lines.add(line(word(label), value));
        }
    }

    /** Without the values that say nothing. */
    private static Line line(String label, Object... values) {
        var said = Stream.of(values)
                .map(value -> value instanceof JsonNode node ? text(node) : String.valueOf(value))
                .filter(value -> !value.isBlank())
                .toList();
        return new Line(label, said);
    }

    private String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, reader);
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A value, or the only field of what wraps one. */
    private static String text(JsonNode value) {
        if (value.isObject() && value.size() == 1) {
            return value.elements().next().asText();
        }
        return value.isNull() ? "" : value.asText();
    }
}
