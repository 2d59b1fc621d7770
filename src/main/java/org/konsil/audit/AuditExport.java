package org.konsil.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.vault.Signatures;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Copies chained entries into a ZIP with a manifest that the installation signs (Ed25519). */
@Component
class AuditExport {

    /** Which entries; null means no bound. */
    record Range(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID caseId) {}

    private final JdbcTemplate jdbc;
    private final Signatures signatures;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    AuditExport(DataSource database, Signatures signatures, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(500);
        this.signatures = signatures;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Path file, Set<ExportFormat> formats, Range range, String by) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var files = new ArrayList<Map<String, Object>>();
            for (var format : formats) {
                zip.putNextEntry(new ZipEntry(format.fileName()));
                files.add(copy(zip, format, range));
                zip.closeEntry();
            }
            var manifest = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(files, range, by));
            put(zip, "manifest.json", manifest);
            put(zip, "manifest.json.sig", Base64.getEncoder().encode(signatures.sign(manifest)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Map<String, Object> copy(OutputStream zip, ExportFormat format, Range range) throws IOException {
        var digest = sha256();
        var out =
                new BufferedWriter(new OutputStreamWriter(new DigestOutputStream(zip, digest), StandardCharsets.UTF_8));
        var writer = writer(format, out);
        var arguments = new ArrayList<Object>();
        var sql = select(range, arguments)
                + (format == ExportFormat.XES ? " ORDER BY e.case_id, e.id" : " ORDER BY c.seq");
        var entries = new long[1];
        jdbc.query(
                sql,
                row -> {
                    try {
                        var link = new Link(
                                row.getLong("seq"),
                                row.getLong("id"),
                                row.getString("previous_hash"),
                                row.getString("hash"));
                        writer.entry(AuditRow.read(row), link);
                        entries[0]++;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                arguments.toArray());
        writer.end();
        out.flush();
        return Map.of(
                "name", format.fileName(),
                "sha256", HexFormat.of().formatHex(digest.digest()),
                "entries", entries[0]);
    }

    private static ExportWriter writer(ExportFormat format, Writer out) throws IOException {
        return switch (format) {
            case JSONL -> new JsonLines(out);
            case CSV -> new CsvLines(out);
            case XES -> new XesLog(out);
        };
    }

    private static String select(Range range, ArrayList<Object> arguments) {
        var sql = new StringBuilder("SELECT c.seq, c.previous_hash, c.hash, e.* FROM audit_chain c"
                + " JOIN audit_event e ON e.id = c.event_id WHERE 1 = 1");
        if (range.from() != null) {
            sql.append(" AND e.at >= ?");
            arguments.add(OffsetDateTime.ofInstant(range.from(), ZoneOffset.UTC));
        }
        if (range.until() != null) {
            sql.append(" AND e.at < ?");
            arguments.add(OffsetDateTime.ofInstant(range.until(), ZoneOffset.UTC));
        }
        if (range.caseId() != null) {
            sql.append(" AND e.case_id = ?");
            arguments.add(range.caseId());
        }
        return sql.toString();
    }

    private Map<String, Object> manifest(ArrayList<Map<String, Object>> files, Range range, String by) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("made", clock.instant().toString());
        manifest.put("by", by);
        manifest.put("from", String.valueOf(range.from()));
        manifest.put("until", String.valueOf(range.until()));
        manifest.put("case", String.valueOf(range.caseId()));
        manifest.put("files", files);
        manifest.put("head", jdbc.queryForMap("SELECT seq, hash FROM audit_head"));
        manifest.put("hash", "SHA-256 over RFC 8785 canonical JSON");
        manifest.put("signature", "Ed25519 over this file, in manifest.json.sig (Base64)");
        manifest.put("publicKey", Base64.getEncoder().encodeToString(signatures.publicKey()));
        return manifest;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256 here", e);
        }
    }
}
