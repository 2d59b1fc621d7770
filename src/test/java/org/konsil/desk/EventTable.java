package org.konsil.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What each event does in each stage, as the tables under {@code src/test/resources/events} say it. */
final class EventTable {

    private static final Path FOLDER = Path.of("src/test/resources/events");

    private EventTable() {}

    /** An event in one stage. @param with of which kind: the scope, the expert, where to */
    record Row(
            String event,
            String with,
            String stage,
            String by,
            String answer,
            String hears,
            String network,
            String history) {

        boolean isTaken() {
            return answer.equals("taken");
        }

        /** The page offers nobody of whom it cannot be reported. */
        boolean isOffered() {
            return !answer.equals("gone");
        }
    }

    /** Which test shows an event at a moment. @param way web, API, message: how it came */
    record Proof(String event, String stage, String way, String shows, String test) {}

    static List<Row> rows() {
        return cells("stages.csv")
                .map(it ->
                        new Row(it.get(0), it.get(1), it.get(2), it.get(3), it.get(4), it.get(5), it.get(6), it.get(7)))
                .toList();
    }

    static List<Proof> proofs() {
        return cells("proofs.csv")
                .map(it -> new Proof(it.get(0), it.get(1), it.get(2), it.get(3), it.get(4)))
                .toList();
    }

    /** Without comments and the header. */
    private static java.util.stream.Stream<List<String>> cells(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
