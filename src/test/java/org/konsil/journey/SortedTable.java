package org.konsil.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** A file of RocksDB, opened with the library that wrote it, which knows how its blocks are compressed. */
final class SortedTable {

    private SortedTable() {}

    /** Hands out each key followed by its value. */
    static void read(byte[] content, Consumer<byte[]> pairs) throws IOException {
        var file = Files.createTempFile("table", ".sst");
        try (var options = new Options();
                var reader = new SstFileReader(options);
                var reading = new ReadOptions().setTotalOrderSeek(true)) {
            Files.write(file, content);
            reader.open(file.toString());
            try (var row = reader.newIterator(reading)) {
                for (row.seekToFirst(); row.isValid(); row.next()) {
                    pairs.accept(joined(row.key(), row.value()));
                }
                row.status();
            }
        } catch (RocksDBException e) {
            throw new IOException(e);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] joined(byte[] key, byte[] value) {
        var pair = new byte[key.length + value.length];
        System.arraycopy(key, 0, pair, 0, key.length);
        System.arraycopy(value, 0, pair, key.length, value.length);
        return pair;
    }
}
