package org.konsil.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of cases as a lawyer reads it: what is the case, and what the rule must answer. Cells stand between bars; the header names the
 * facts, then the answers as {@code = name}, or {@code = answer} where a rule gives one. An empty cell is a fact that is not known, or
 * an answer that is not looked at; {@code [a, b]} is a list; lines with # say why.
 */
record RuleTable(String decision, List<String> header, List<Line> lines) {

    private static final Path FOLDER = Path.of("src/test/resources/rules/tables");

    /** @param place file and line number, for messages */
    record Line(String place, List<String> cells) {}

    record Case(String place, String decision, Map<String, @Nullable Object> facts, Map<String, Object> answers) {

        @Override
        public String toString() {
            return place + " " + facts;
        }
    }

    static Stream<Case> allCases() {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(RuleTable::read)
                    .toList()
                    .stream()
                    .flatMap(table -> table.lines.stream().map(table::asCase));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleTable read(Path file) {
        try {
            var name = file.getFileName().toString();
            var lines = new ArrayList<Line>();
            var number = 0;
            for (var text : Files.readAllLines(file)) {
                number++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    lines.add(new Line(name + ":" + number, cells(text)));
                }
            }
            return new RuleTable(
                    name.replaceFirst("\\.csv$", ""), lines.getFirst().cells(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private Case asCase(Line line) {
        if (line.cells().size() != header.size()) {
            throw new IllegalStateException(
                    line.place() + " has " + line.cells().size() + " cells, its header " + header.size());
        }
        var facts = new HashMap<String, @Nullable Object>();
        var answers = new HashMap<String, Object>();
        for (var column = 0; column < header.size(); column++) {
            var name = header.get(column);
            var value = value(line.cells().get(column));
            if (!name.startsWith("=")) {
                facts.put(name, value);
            } else if (value != null) {
                answers.put(name.substring(1).strip(), value);
            }
        }
        return new Case(line.place(), decision, facts, answers);
    }

    private static @Nullable Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        if (cell.startsWith("[") && cell.endsWith("]")) {
            var inside = cell.substring(1, cell.length() - 1).strip();
            return inside.isEmpty()
                    ? List.of()
                    : Arrays.stream(inside.split(",")).map(String::strip).toList();
        }
        return cell.matches("-?\\d+") ? (Object) Integer.valueOf(cell) : cell.equals("\"\"") ? "" : cell;
    }
}
