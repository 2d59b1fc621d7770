package org.konsil.desk.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.konsil.forms.FormView;
import org.konsil.forms.FormView.Mark;
import org.konsil.forms.FormView.Part;

/** A filled-in form as text to read: labels and what was answered, without what was left empty. */
public record Readable(List<Section> sections) {

    /** Answers that belong together; the title may be empty. */
    public record Section(String title, List<Line> lines) {}

    /** One question with its answers: several for a list or a choice of many. */
    public record Line(String label, List<String> values) {}

    public static Readable of(FormView view) {
        var sections = new ArrayList<Section>();
        collect("", view.parts(), sections);
        return new Readable(sections);
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    private static void collect(String title, List<Part> parts, List<Section> sections) {
        var lines = new ArrayList<Line>();
        for (var part : parts) {
            switch (part.look()) {
                case "group", "plain" -> collect(part.say().label(), part.parts(), sections);
                case "rows" -> add(lines, part, rows(part));
                case "prose", "line", "space" -> {
                    // nothing that was answered
                }
                default -> add(lines, part, values(part));
            }
        }
        if (!lines.isEmpty()) {
            sections.add(new Section(title, List.copyOf(lines)));
        }
    }

    private static void add(List<Line> lines, Part part, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(new Line(part.say().label(), values));
        }
    }

    private static List<String> rows(Part part) {
        return part.rows().stream()
                .map(row -> row.stream().flatMap(cell -> values(cell).stream()).collect(Collectors.joining(" · ")))
                .filter(row -> !row.isBlank())
                .toList();
    }

    private static List<String> values(Part part) {
        if (!part.marks().isEmpty()) {
            return part.marks().stream().filter(Mark::chosen).map(Mark::label).toList();
        }
        return part.value().isBlank() ? List.of() : List.of(part.value());
    }
}
