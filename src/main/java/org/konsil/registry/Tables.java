package org.konsil.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Records as comma-separated values (RFC 4180). What a spreadsheet would take for a formula is kept a text. */
final class Tables {

    private static final String FORMULA = "=+-@\t\r";

    private Tables() {}

    static String ofRecords(List<JsonNode> records) {
        var lines = new ArrayList<List<String>>();
        if (!records.isEmpty()) {
            var names = new ArrayList<String>();
            records.getFirst().fieldNames().forEachRemaining(names::add);
            lines.add(names);
            records.forEach(record -> lines.add(
                    names.stream().map(name -> record.path(name).asText("")).toList()));
        }
        return written(lines);
    }

    static String ofGroups(List<Alike> groups) {
        var lines = new ArrayList<List<String>>();
        if (!groups.isEmpty()) {
            var names = List.copyOf(groups.getFirst().row().keySet());
            var header = new ArrayList<>(names);
            header.add("cases");
            lines.add(header);
            for (var group : groups) {
                var line = new ArrayList<String>();
                names.forEach(name -> line.add(group.row().getOrDefault(name, "")));
                line.add(String.valueOf(group.cases()));
                lines.add(line);
            }
        }
        return written(lines);
    }

    private static String written(List<List<String>> lines) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (var line : lines) {
                printer.printRecord(line.stream().map(Tables::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
