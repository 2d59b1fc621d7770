package org.konsil.terminology;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orphanet's disorders with parents, OMIM maps and synonyms. The classification heads above each disorder are found
 * here once, along the parents, so that nobody has to walk the graph later.
 */
final class OrphanetTable {

    /** "Rare disease" as such: the parent of Orphanet's classification heads. */
    private static final String ROOT = "320716";

    private final Map<String, TableFile.Row> rows = new LinkedHashMap<>();
    private final Set<String> heads = new HashSet<>();

    OrphanetTable(TableFile file, Set<String> knownHeads) throws IOException {
        file.forEach(row -> rows.putIfAbsent(row.get("orphacode"), row));
        heads.addAll(knownHeads);
        rows.forEach((code, row) -> {
            if (row.list("parents").contains(ROOT)) {
                heads.add(code);
            }
        });
    }

    static boolean reads(TableFile file) {
        return file.has("orphacode", "label", "parents");
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        rows.forEach((number, row) -> {
            var code = Code.orpha(number);
            if (code.isWellFormed() && !row.get("label").isEmpty()) {
                entries.add(new Entry(
                        code,
                        row.get("label"),
                        row.get("type"),
                        false,
                        row.list("synonyms"),
                        new LinkedHashSet<>(row.list("parents")),
                        omim(row),
                        headsAbove(number)));
            }
        });
        return entries;
    }

    private Set<String> headsAbove(String number) {
        var found = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(number));
        for (var code = next.poll(); code != null; code = next.poll()) {
            if (seen.add(code)) {
                if (heads.contains(code)) {
                    found.add(code);
                }
                var row = rows.get(code);
                next.addAll(row == null ? List.of() : row.list("parents"));
            }
        }
        return found;
    }

    /** Written "154700:BTNT"; where one number stands twice the better relation counts. */
    private static Map<String, Mapping.Relation> omim(TableFile.Row row) {
        var maps = new HashMap<String, Mapping.Relation>();
        for (var map : row.list("omim")) {
            var parts = map.split(":", -1);
            if (new Code(Code.OMIM, parts[0]).isWellFormed()) {
                maps.merge(
                        parts[0],
                        relation(parts.length > 1 ? parts[1] : ""),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return maps;
    }

    static Mapping.Relation relation(String name) {
        return EnumSet.allOf(Mapping.Relation.class).stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElse(Mapping.Relation.ND);
    }
}
