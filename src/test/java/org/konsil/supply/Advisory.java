package org.konsil.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.springframework.core.io.ClassPathResource;

/** What is known against some versions of a library. */
record Advisory(String library, String from, String fixed, String id, String what) {

    static List<Advisory> all() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var text = format.parse(new java.io.InputStreamReader(
                new ClassPathResource("supply/advisories.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return text.stream()
                    .map(row -> new Advisory(
                            row.get("library"),
                            row.get("from"),
                            row.get("fixed"),
                            row.get("advisory"),
                            row.get("what")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean concerns(Part part) {
        return part.name().equals(library)
                && Version.of(part.version()).compareTo(Version.of(fixed)) < 0
                && (from.isEmpty() || Version.of(part.version()).compareTo(Version.of(from)) >= 0);
    }
}
