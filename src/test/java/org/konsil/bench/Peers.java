package org.konsil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What embedded Flowable 7.2 and Camunda 7.24 did with the same lifecycle, on a quiet machine with two cores and four drivers; or what they did
 * on this machine, when {@code -Dkonsil.bench.peers} names the folder with their results. Ratios are to the better of the two; above 1 is better.
 */
final class Peers {

    private static final Path RESULTS = Path.of("target", "bench");
    private static final List<String> ENGINES = List.of("flowable", "camunda7");

    private static final Map<String, double[]> H2 = Map.ofEntries(
            Map.entry("cases_per_s", new double[] {17.1, 13.3}),
            Map.entry("cases_per_s_1_driver", new double[] {10.7, 10.7}),
            Map.entry("cpu_ms_per_case", new double[] {115, 146}),
            Map.entry("next_task.p50_ms", new double[] {30.3, 26.6}),
            Map.entry("next_task.p99_ms", new double[] {65.3, 69.3}),
            Map.entry("complete.p50_ms", new double[] {13.4, 17.7}),
            Map.entry("complete.p99_ms", new double[] {53.8, 55.9}),
            Map.entry("start.p50_ms", new double[] {14.7, 27.9}),
            Map.entry("start.p99_ms", new double[] {46.1, 57.5}),
            Map.entry("db_bytes_per_case", new double[] {59_989, 134_929}),
            Map.entry("rss_peak_jvm_mb_load", new double[] {476, 501}));
    private static final Map<String, double[]> POSTGRES = Map.ofEntries(
            Map.entry("cases_per_s", new double[] {14.9, 13.7}),
            Map.entry("cases_per_s_1_driver", new double[] {6.4, 7.2}),
            Map.entry("cpu_ms_per_case", new double[] {129, 141}),
            Map.entry("next_task.p50_ms", new double[] {34.3, 27.0}),
            Map.entry("next_task.p99_ms", new double[] {63.4, 56.7}),
            Map.entry("complete.p50_ms", new double[] {15.4, 18.4}),
            Map.entry("complete.p99_ms", new double[] {50.8, 45.6}),
            Map.entry("start.p50_ms", new double[] {18.4, 24.4}),
            Map.entry("start.p99_ms", new double[] {36.8, 49.8}),
            Map.entry("db_bytes_per_case", new double[] {72_598, 136_347}),
            Map.entry("rss_peak_jvm_mb_load", new double[] {363, 427}));

    private Peers() {}

    static void print(String title, String database, Map<String, Double> ours) throws IOException {
        var table = new Table(title, "Konsil", "Flowable 7.2", "Camunda 7.24", "ratio");
        var flowable = results("flowable", database);
        var camunda = results("camunda7", database);
        ours.forEach((what, value) -> {
            double one = flowable.getOrDefault(what, Double.NaN);
            double other = camunda.getOrDefault(what, Double.NaN);
            table.row(
                    what,
                    Table.number(value),
                    Table.number(one),
                    Table.number(other),
                    Table.number(ratio(what, value, one, other)));
        });
    }

    private static double ratio(String what, double ours, double one, double other) {
        return what.startsWith("cases_per_s") ? ours / Math.max(one, other) : Math.min(one, other) / ours;
    }

    private static Map<String, Double> results(String engine, String database) throws IOException {
        var measuredHere = System.getProperty("konsil.bench.peers");
        if (measuredHere == null) {
            int column = ENGINES.indexOf(engine);
            return (database.equals("h2") ? H2 : POSTGRES)
                    .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue()[column]));
        }
        var file = new Properties();
        try (var in = Files.newBufferedReader(Path.of(measuredHere, engine + "-" + database + ".properties"))) {
            file.load(in);
        }
        return file.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> number(file.getProperty(name))));
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Writes our results as the others' harness writes theirs, so that its table can show them side by side. */
    static void keep(String database, Map<String, Double> ours) throws IOException {
        Files.createDirectories(RESULTS);
        var lines = ours.entrySet().stream()
                .map(row -> row.getKey() + "=" + row.getValue())
                .toList();
        Files.write(RESULTS.resolve("konsil-" + database + ".properties"), lines);
    }
}
