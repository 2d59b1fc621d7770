package org.konsil.terminology;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A translation of the Human Phenotype Ontology as its translators publish it (Babelon profile, tab-separated): labels and
 * synonyms in one language. Definitions are passed over; what an official translation says comes before what a machine proposed.
 */
final class BabelonTable {

    private BabelonTable() {}

    static boolean reads(TableFile file) {
        return file.has("subjectid", "predicateid", "translationlanguage", "translationvalue");
    }

    /** The names by language. */
    static Map<String, List<Named>> names(TableFile file) throws IOException {
        var official = new TreeMap<String, Map<Code, Named>>();
        var proposed = new TreeMap<String, Map<Code, Named>>();
        file.forEach(row -> {
            var value = unquoted(row.get("translationvalue"));
            var code = code(row.get("subjectid"));
            if (isName(row.get("predicateid")) && !value.isEmpty() && code.isWellFormed()) {
                var one = new Named(code, List.of(value), english(row), Map.of());
                var into = row.get("translationstatus").equals("OFFICIAL") ? official : proposed;
                var language =
                        into.computeIfAbsent(Language.of(row.get("translationlanguage")), any -> new LinkedHashMap<>());
                // whatever the order of the lines, the label comes first
                language.merge(code, one, (had, next) -> isLabel(row) ? next.and(had) : had.and(next));
            }
        });
        proposed.forEach((language, names) -> names.forEach((code, name) ->
                official.computeIfAbsent(language, any -> new LinkedHashMap<>()).merge(code, name, Named::and)));
        var all = new TreeMap<String, List<Named>>();
        official.forEach((language, names) -> all.put(language, List.copyOf(names.values())));
        return all;
    }

    private static boolean isLabel(TableFile.Row row) {
        return row.get("predicateid").equals("rdfs:label");
    }

    private static boolean isName(String predicate) {
        return predicate.equals("rdfs:label")
                || predicate.toLowerCase(Locale.ROOT).endsWith("synonym");
    }

    private static String english(TableFile.Row row) {
        return isLabel(row) ? unquoted(row.get("sourcevalue")) : "";
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replace("\"\"", "\"").strip()
                : value;
    }

    private static Code code(String id) {
        return new Code(Code.HP, id.startsWith("HP:") ? id.substring(3) : id);
    }
}
