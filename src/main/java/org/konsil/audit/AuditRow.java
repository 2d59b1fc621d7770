package org.konsil.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/** A row of {@code audit_event}, as it is stored, hashed and exported. */
record AuditRow(long id, Instant at, Entry entry, @Nullable String sealedHash) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static AuditRow read(ResultSet row) throws SQLException {
        var details = new TreeMap<>(parse(row.getString("details")));
        putIfThere(details, Entry.ON_BEHALF_OF, row.getString("on_behalf_of"));
        putIfThere(details, Entry.VERSION, row.getString("process_version"));
        putIfThere(details, Entry.OLD, row.getString("old_value"));
        putIfThere(details, Entry.NEW, row.getString("new_value"));
        var caseId = row.getObject("case_id", UUID.class);
        var entry = new Entry(
                Actor.of(row.getString("actor")),
                row.getString("action"),
                caseId == null ? null : new CaseId(caseId),
                row.getString("object"),
                row.getString("element"),
                Entry.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                Map.copyOf(details));
        return new AuditRow(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                entry,
                row.getString("sealed_hash"));
    }

    /** The details that have no column of their own. */
    static String plainDetails(Entry entry) {
        var plain = new TreeMap<>(entry.details());
        plain.keySet().removeAll(java.util.Set.of(Entry.ON_BEHALF_OF, Entry.VERSION, Entry.OLD, Entry.NEW));
        return write(plain);
    }

    /** The members that are hashed and exported; absent values are left out. */
    Map<String, Object> members() {
        var members = new TreeMap<String, Object>();
        members.put("id", id);
        members.put("at", at.toString());
        members.put("actor", entry.actor().userId());
        members.put("action", entry.action());
        members.put("outcome", entry.outcome().name());
        members.put("details", new TreeMap<>(entry.details()));
        putIfThere(
                members, "case", entry.caseId() == null ? null : entry.caseId().toString());
        putIfThere(members, "object", entry.object());
        putIfThere(members, "element", entry.element());
        putIfThere(members, "reason", entry.reason());
        putIfThere(members, "sealedHash", sealedHash);
        return members;
    }

    static String write(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry cannot be written as JSON", e);
        }
    }

    private static Map<String, String> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry's details are not JSON", e);
        }
    }

    private static <T> void putIfThere(Map<String, ? super T> map, String name, @Nullable T value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
