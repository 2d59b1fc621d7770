package org.konsil.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases that are alike, counted; fewer than {@link #LEAST} are not told, so that no patient stands alone behind a row. */
record Alike(Map<String, String> row, long cases) {

    /** As many as make a group large enough for published health statistics in several member states. */
    static final int LEAST = 10;

    static List<Alike> of(List<JsonNode> rows) {
        var counted = new TreeMap<String, Alike>();
        for (var row : rows) {
            var cells = new TreeMap<String, String>();
            row.properties()
                    .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asText()));
            counted.merge(cells.toString(), new Alike(cells, 1), (a, b) -> new Alike(a.row(), a.cases() + b.cases()));
        }
        return counted.values().stream().filter(alike -> alike.cases() >= LEAST).toList();
    }
}
