package org.konsil.engine.state;

import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * What a state holds, as one SHA-256 per column family over all keys and values in their order: two states with the same hashes are the same.
 *
 * @param columns by the name of the column family; those without entries are left out
 */
public record StateHash(Map<String, String> columns) {

    /** The number of buffered messages, counted in memory as well and read for a meter only: Zeebe does not count back what it rolls back. */
    private static final String A_MERE_METER = ZbColumnFamilies.MESSAGE_STATS.name();

    private static final Map<Long, String> NAMES = Arrays.stream(ZbColumnFamilies.values())
            .collect(Collectors.toMap(family -> (long) family.getValue(), Enum::name));

    /** Reads the state as it is at this moment. */
    public static StateHash of(ZeebeDb<ZbColumnFamilies> state) {
        try {
            var scratch = Files.createTempDirectory("konsil-state");
            try {
                var copy = scratch.resolve("state");
                state.createSnapshot(copy.toFile());
                return of(copy);
            } finally {
                Folders.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column families in which the two differ. */
    public SortedSet<String> differences(StateHash other) {
        var names = new TreeSet<>(columns.keySet());
        names.addAll(other.columns.keySet());
        names.removeIf(name -> Objects.equals(columns.get(name), other.columns.get(name)));
        return names;
    }

    private static StateHash of(Path folder) {
        var digests = new TreeMap<String, MessageDigest>();
        try (var options = new Options();
                var db = RocksDB.openReadOnly(options, folder.toString());
                var reading = new ReadOptions().setTotalOrderSeek(true);
                var entries = db.newIterator(reading)) {
            for (entries.seekToFirst(); entries.isValid(); entries.next()) {
                var key = entries.key();
                if (family(key).equals(A_MERE_METER)) continue;
                var digest = digests.computeIfAbsent(family(key), name -> sha256());
                add(digest, key);
                add(digest, entries.value());
            }
            entries.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException("The engine's state cannot be read", e);
        }
        var columns = new TreeMap<String, String>();
        digests.forEach((name, digest) -> columns.put(name, HexFormat.of().formatHex(digest.digest())));
        return new StateHash(columns);
    }

    private static String family(byte[] key) {
        long number = ByteBuffer.wrap(key).getLong();
        return NAMES.getOrDefault(number, Long.toString(number));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
