package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The register of columns, db/columns.csv. */
public record ColumnRegister(List<Entry> entries) {

    /** One line. */
    public record Entry(String table, String column, String kind, String controller) {

        public String name() {
            return table + "." + column;
        }
    }

    public static ColumnRegister read() {
        try (var file = new ClassPathResource("db/columns.csv").getInputStream()) {
            var entries = new ArrayList<Entry>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(part -> new Entry(part[0], part[1], part[2], part[3]))
                    .forEach(entries::add);
            return new ColumnRegister(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Entry> of(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** As a reader of the documents sees it: one table after the other. */
    String page() {
        var text = new StringBuilder("""
                # What stands in which column

                Made from `src/main/resources/db/columns.csv`, which explains the classes. "sealed" names the controller whose key it is
                under; see [keys.md](keys.md).
                """);
        var table = "";
        for (var entry : entries) {
            if (!entry.table().equals(table)) {
                table = entry.table();
                text.append("\n## %s\n\n| Column | Class |\n|---|---|\n".formatted(table));
            }
            var whose = entry.controller().isEmpty() ? "" : " (" + entry.controller() + ")";
            text.append("| %s | %s%s |\n".formatted(entry.column(), entry.kind(), whose));
        }
        return text.toString();
    }
}
