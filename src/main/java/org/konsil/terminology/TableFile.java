package org.konsil.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A file of tab-separated columns with a header line, gzipped or not; lines before the header may be comments. */
record TableFile(Path path, List<String> columns) {

    /** One line; a column that is missing is empty. */
    record Row(Map<String, Integer> places, List<String> cells) {

        String get(String column) {
            var place = places.get(column);
            return place == null || place >= cells.size()
                    ? ""
                    : cells.get(place).strip();
        }

        List<String> list(String column) {
            return Arrays.stream(get(column).split("\\|", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** Reads only the header. */
    static TableFile open(Path path) throws IOException {
        try (var lines = reader(path)) {
            return new TableFile(path, header(lines));
        }
    }

    boolean has(String... names) {
        return columns.containsAll(List.of(names));
    }

    void forEach(Consumer<Row> action) throws IOException {
        var places = new HashMap<String, Integer>();
        columns.forEach(column -> places.put(column, places.size()));
        try (var lines = reader(path)) {
            header(lines);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    action.accept(new Row(places, List.of(line.split("\t", -1))));
                }
            }
        }
    }

    /** The first line with a tab; HPO's annotations put a # before it. */
    private static List<String> header(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("\t")) {
                var names = new ArrayList<String>();
                for (var name : line.replaceFirst("^#", "").split("\t", -1)) {
                    names.add(name.strip().toLowerCase(Locale.ROOT).replace("_", ""));
                }
                return names;
            }
        }
        return List.of();
    }

    /** What is in a file, unpacked where it is gzipped. */
    static InputStream bytes(Path path) throws IOException {
        var bytes = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static BufferedReader reader(Path path) throws IOException {
        return new BufferedReader(new InputStreamReader(bytes(path), StandardCharsets.UTF_8));
    }
}
