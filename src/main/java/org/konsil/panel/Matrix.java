package org.konsil.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who recommends what, and how sure they are: one row for each disease, treatment and test that an opinion names, one column for each
 * expert whose opinion counts. What two experts word alike but for case and blanks is one row.
 */
public record Matrix(List<Opinions.Opinion> experts, List<Row> rows) {

    /** Of what a row speaks. */
    public enum Kind {
        DIAGNOSIS,
        TREATMENT,
        TEST
    }

    /**
     * One recommendation.
     *
     * @param type of a treatment: drug, surgery, other, no-change; else empty
     * @param cells in the order of the experts
     */
    public record Row(Kind kind, String type, String what, List<Cell> cells) {

        /** How many name it. */
        public long supporters() {
            return cells.stream().filter(Cell::isNamed).count();
        }
    }

    /**
     * What one expert says of it.
     *
     * @param says of a diagnosis its likelihood, of all else the confidence of the opinion; null where the expert does not name it
     */
    public record Cell(@Nullable String says) {

        public boolean isNamed() {
            return says != null;
        }
    }

    private record Key(Kind kind, String type, String words) {}

    public Matrix {
        experts = List.copyOf(experts);
        rows = List.copyOf(rows);
    }

    /** What most name comes first within its kind; equals stay in the order in which they were named. */
    public static Matrix of(List<Opinions.Opinion> opinions) {
        var counted = opinions.stream().filter(Opinions.Opinion::counts).toList();
        var named = new LinkedHashMap<Key, Map<String, String>>();
        var written = new LinkedHashMap<Key, String>();
        for (var opinion : counted) {
            var content = opinion.content();
            var sure = content.path("confidence").asText("");
            each(
                    content,
                    "differential",
                    it -> name(
                            named,
                            written,
                            opinion,
                            Kind.DIAGNOSIS,
                            "",
                            it.path("code"),
                            it.path("likelihood").asText("")));
            each(
                    content,
                    "recommendedTreatment",
                    it -> name(
                            named,
                            written,
                            opinion,
                            Kind.TREATMENT,
                            it.path("type").asText(""),
                            it.path("text"),
                            sure));
            each(
                    content,
                    "recommendedTests",
                    it -> name(named, written, opinion, Kind.TEST, "", it.path("test"), sure));
        }
        var rows = new ArrayList<Row>();
        named.forEach((key, says) -> rows.add(new Row(
                key.kind(),
                key.type(),
                written.getOrDefault(key, key.words()),
                counted.stream().map(it -> new Cell(says.get(it.expert()))).toList())));
        rows.sort((one, other) -> one.kind() == other.kind()
                ? Long.compare(other.supporters(), one.supporters())
                : one.kind().compareTo(other.kind()));
        return new Matrix(counted, rows);
    }

    private static void name(
            Map<Key, Map<String, String>> named,
            Map<Key, String> written,
            Opinions.Opinion opinion,
            Kind kind,
            String type,
            JsonNode what,
            String says) {
        var text = what.asText("").strip().replaceAll("\\s+", " ");
        if (!text.isEmpty()) {
            var key = new Key(kind, type, text.toLowerCase(Locale.ROOT));
            written.putIfAbsent(key, text);
            named.computeIfAbsent(key, nothing -> new LinkedHashMap<>()).put(opinion.expert(), says);
        }
    }

    private static void each(JsonNode content, String list, Consumer<JsonNode> what) {
        content.path(list).forEach(what);
    }
}
