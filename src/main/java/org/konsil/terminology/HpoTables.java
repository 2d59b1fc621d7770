package org.konsil.terminology;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of the Human Phenotype Ontology: its terms, and its disease annotations, which name the OMIM entries. */
final class HpoTables {

    private static final String RETIRED = "obsolete ";

    private HpoTables() {}

    static boolean readsTerms(TableFile file) {
        return file.has("id", "label", "parents") && !file.has("orphacode");
    }

    static boolean readsAnnotations(TableFile file) {
        return file.has("databaseid", "diseasename", "hpoid");
    }

    static List<Entry> terms(TableFile file) throws IOException {
        var entries = new LinkedHashMap<Code, Entry>();
        file.forEach(row -> {
            var code = hp(row.get("id"));
            if (code.isWellFormed()) {
                entries.putIfAbsent(code, term(code, row));
            }
        });
        return List.copyOf(entries.values());
    }

    static List<Entry> diseases(TableFile file) throws IOException {
        var entries = new LinkedHashMap<Code, Entry>();
        file.forEach(row -> {
            var id = row.get("databaseid");
            var code = new Code(Code.OMIM, id.substring(id.indexOf(':') + 1));
            if (id.startsWith("OMIM:") && code.isWellFormed()) {
                entries.putIfAbsent(code, Entry.of(code, row.get("diseasename"), List.of()));
            }
        });
        return List.copyOf(entries.values());
    }

    private static Entry term(Code code, TableFile.Row row) {
        var label = row.get("label");
        var obsolete = row.get("obsolete").equals("1") || label.startsWith(RETIRED);
        var parents = row.list("parents").stream()
                .map(parent -> hp(parent).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var name = label.startsWith(RETIRED) ? label.substring(RETIRED.length()) : label;
        return new Entry(code, name, "", obsolete, row.list("synonyms"), parents, Map.of(), Set.of());
    }

    private static Code hp(String id) {
        return new Code(Code.HP, id.startsWith("HP:") ? id.substring(3) : id);
    }
}
