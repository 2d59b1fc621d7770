package org.konsil.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The people of the demonstration: who they are and where they work. */
final class DemoStaff {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private static final List<CSVRecord> ROWS = rows();
    private static final List<String> NETWORKS = scopes("coordinator");
    private static final List<String> PROVIDERS = scopes("clinician");

    private DemoStaff() {}

    static List<String> networks() {
        return NETWORKS;
    }

    /** Hospitals whose clinicians have accounts. */
    static List<String> providers() {
        return PROVIDERS;
    }

    /** Those who work in queues: coordinators, dispatchers, clinicians and experts. */
    static List<String> accounts() {
        return ROWS.stream()
                .filter(row -> Stream.of("coordinator:", "dispatcher:", "clinician:", "expert:")
                        .anyMatch(row.get("groups")::contains))
                .map(row -> row.get("user"))
                .toList();
    }

    private static List<String> scopes(String role) {
        return ROWS.stream()
                .flatMap(row -> Stream.of(row.get("groups").split(" ", -1)))
                .filter(group -> group.startsWith(role + ":"))
                .map(group -> group.substring(role.length() + 1))
                .distinct()
                .toList();
    }

    private static List<CSVRecord> rows() {
        var file = Objects.requireNonNull(DemoStaff.class.getResourceAsStream("/access/demo-accounts.csv"));
        try (var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
