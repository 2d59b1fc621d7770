package org.konsil.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** Adds the rows of a CSV file whose key the table does not have yet. */
@Component
class DirectoryRows {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final NamedParameterJdbcOperations jdbc;

    DirectoryRows(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds what is absent.
     *
     * @param columns from the table's column to the file's
     * @param key the table's columns that name a row: where they are present the row is left as it is
     */
    void add(String file, String table, Map<String, String> columns, List<String> key) {
        add(file, table, columns, key, row -> true);
    }

    /** Of those that are wanted. */
    void add(String file, String table, Map<String, String> columns, List<String> key, Predicate<CSVRecord> wanted) {
        var present = new HashSet<>(jdbc.query(
                "SELECT DISTINCT " + String.join(", ", key) + " FROM " + table,
                (row, number) -> keyOf(key, row::getString)));
        var absent = read(file).stream()
                .filter(wanted)
                .filter(row -> present.add(keyOf(key, column -> row.get(columns.get(column)))))
                .map(row -> values(row, columns))
                .toArray(MapSqlParameterSource[]::new);
        if (absent.length > 0) {
            jdbc.batchUpdate(insert(table, columns), absent);
        }
    }

    private static String insert(String table, Map<String, String> columns) {
        var names = List.copyOf(columns.keySet());
        var values = names.stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + values + ")";
    }

    private static MapSqlParameterSource values(CSVRecord row, Map<String, String> columns) {
        var values = new HashMap<String, @Nullable Object>();
        columns.forEach((column, name) -> values.put(column, value(column, row.get(name))));
        return new MapSqlParameterSource(values);
    }

    private static @Nullable Object value(String column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (column) {
            case "valid_from", "valid_until", "approved_until" -> LocalDate.parse(text);
            case "asked_rank" -> Integer.valueOf(text);
            default -> text;
        };
    }

    private interface Column<E extends Exception> {
        String of(String name) throws E;
    }

    private static <E extends Exception> List<String> keyOf(List<String> key, Column<E> value) throws E {
        var parts = new ArrayList<String>();
        for (var column : key) {
            parts.add(value.of(column));
        }
        return parts;
    }

    private static List<CSVRecord> read(String file) {
        try (var text = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("The seed file " + file + " cannot be read", e);
        }
    }
}
