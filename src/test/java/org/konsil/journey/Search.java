package org.konsil.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * Looks for texts wherever a program leaves anything. What is packed is unpacked: archives, and the files of RocksDB, which compresses. H2 does
 * not compress unless it is told to; {@link #writesAsItIs} makes sure that nobody did.
 */
public final class Search {

    private final Sniffer sniffer;
    private final Map<String, TreeSet<String>> found = new TreeMap<>();

    private Search(Collection<Traces> wanted) {
        sniffer = new Sniffer(wanted);
    }

    public static Search of(Collection<Traces> wanted) {
        return new Search(wanted);
    }

    /** Where which of them lay, over all that was searched. */
    public Map<String, TreeSet<String>> found() {
        return found;
    }

    /** Every file under this folder, as it lies there now. */
    public Search folder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                file(file);
            }
        } catch (UncheckedIOException moved) {
            if (!(moved.getCause() instanceof NoSuchFileException)) {
                throw moved;
            }
            return folder(folder);
        }
        return this;
    }

    private void file(Path file) throws IOException {
        try {
            content(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException movedOnMeanwhile) {
            return;
        }
    }

    /** A text, as the program said it. */
    public Search text(String where, String text) {
        note(where, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Every row of every table, columns of bytes in hexadecimal. */
    public Search database(String where, Connection connection) throws SQLException {
        var rows = isH2(connection) ? List.of("SCRIPT") : ofPostgres(connection);
        try (var statement = connection.createStatement()) {
            for (var sql : rows) {
                try (var row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        var text = row.getString(1);
                        note(where + ": " + sql, text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return this;
    }

    /** Whether the files of a database hold texts as they are: H2 compresses only where it was told to. */
    public static boolean writesAsItIs(Connection connection) throws SQLException {
        if (!isH2(connection)) {
            return true;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SETTINGS"
                        + " WHERE SETTING_NAME = 'COMPRESS' AND SETTING_VALUE = 'false'")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    private static List<String> ofPostgres(Connection connection) throws SQLException {
        var all = Stream.<String>builder();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)"
                        + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
            while (row.next()) {
                all.add("SELECT CAST(t AS TEXT) FROM " + row.getString(1) + " t");
            }
        }
        return all.build().toList();
    }

    private void content(String where, byte[] content) throws IOException {
        note(where, content);
        if (begins(content, 'P', 'K', 3, 4)) {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    content(where + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        } else if (begins(content, 0x1f, 0x8b)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
                content(where + "!", gzip.readAllBytes());
            }
        } else if (where.endsWith(".sst")) {
            SortedTable.read(content, pair -> note(where + "!", pair));
        }
    }

    private void note(String where, byte[] content) {
        var texts = sniffer.in(content);
        if (!texts.isEmpty()) {
            found.computeIfAbsent(where, none -> new TreeSet<>()).addAll(texts);
        }
    }

    private static boolean begins(byte[] content, int... with) {
        for (int at = 0; at < with.length; at++) {
            if (content.length <= at || (content[at] & 0xff) != with[at]) {
                return false;
            }
        }
        return true;
    }
}
