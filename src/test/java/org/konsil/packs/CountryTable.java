package org.konsil.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A country's table of cases, read from its Markdown file. */
record CountryTable(String country, List<Row> rows) {

    private static final Map<String, Object> FULL = Map.of(
            "urgency", "routine",
            "solution", false,
            "waiverApproved", false,
            "centreConsulted", true,
            "networkDiscussion", "held",
            "diagnostics", "complete",
            "treatments", "exhausted",
            "trialsSearched", true,
            "guideline", "yes",
            "reasonClass", "no-treatment");

    /**
     * @param facts by their names in the DMN file
     * @param follows codes, or {@code name = value} of some outputs
     */
    record Row(
            String country,
            String rule,
            String about,
            Map<String, @Nullable Object> facts,
            List<String> follows,
            String source) {

        @Override
        public String toString() {
            return country + ", " + rule + ": " + about;
        }
    }

    static Stream<CountryTable> all() {
        try (var files = Files.list(Path.of("src/test/resources/packs"))) {
            return files.sorted().map(CountryTable::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CountryTable read(Path file) {
        var country = file.getFileName().toString().replace(".md", "");
        try {
            return new CountryTable(
                    country,
                    Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("| ") && !line.startsWith("| Question"))
                            .map(line -> row(country, line.split("\\|", -1)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String country, String[] cells) {
        var about = cells[3].strip();
        var follows = Arrays.stream(cells[4].split("[,;]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        return new Row(country, cells[2].strip(), about, facts(country, about), follows, cells[5].strip());
    }

    private static Map<String, @Nullable Object> facts(String country, String about) {
        var facts = new HashMap<String, @Nullable Object>(Map.of("country", country, "day", LocalDate.of(2026, 6, 1)));
        for (var part : about.split(";", -1)) {
            var words = part.split("=", 2);
            if (part.strip().equals("full file")) {
                facts.putAll(FULL);
            } else if (words.length == 2) {
                facts.put(words[0].strip(), value(words[1].strip()));
            }
        }
        return facts;
    }

    private static Object value(String text) {
        return switch (text) {
            case "true", "false" -> Boolean.valueOf(text);
            default ->
                text.matches("\\d+")
                        ? (Object) Integer.valueOf(text)
                        : text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : text;
        };
    }
}
