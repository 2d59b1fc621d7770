package org.konsil.engine.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.konsil.engine.state.VersionMark;

/**
 * What an archive holds, said in its last entry.
 *
 * @param format of the archive; grows when an older program could not restore it
 * @param writtenBy the program that made it
 * @param taken the moment of which it is, as ISO 8601 instant
 * @param position the engine's log ends here
 * @param heldMillis how long clients' commands were held back
 * @param databases for each database by its name, what it was and which migration scripts had made its tables, per history table
 * @param entries every other entry
 */
public record Manifest(
        int format,
        VersionMark writtenBy,
        String taken,
        long position,
        long heldMillis,
        Map<String, Database> databases,
        List<Entry> entries) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A database: its product, and per Flyway history table the scripts that were applied. */
    public record Database(String product, Map<String, List<String>> scripts) {}

    /** One entry of the archive: bytes and SHA-256, in hexadecimal, of its uncompressed content. */
    public record Entry(String name, long bytes, String sha256) {}

    static Manifest parse(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (IOException e) {
            throw new ArchiveRefused("The archive's manifest cannot be read. Take another backup.", e);
        }
    }

    byte[] toJson() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // it consists of words and numbers
        }
    }
}
