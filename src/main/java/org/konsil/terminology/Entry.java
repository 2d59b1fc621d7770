package org.konsil.terminology;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A term on its way into the tables.
 *
 * @param kind the source's own type, for example "Disease" or "Category"; empty if it has none
 * @param parents values of the same system
 * @param omim OMIM numbers that map to this ORPHAcode
 * @param heads ORPHAcodes of the classification's heads above it
 */
record Entry(
        Code code,
        String label,
        String kind,
        boolean obsolete,
        List<String> synonyms,
        Set<String> parents,
        Map<String, Mapping.Relation> omim,
        Set<String> heads) {

    static Entry of(Code code, String label, List<String> synonyms) {
        return new Entry(code, label, "", false, synonyms, Set.of(), Map.of(), Set.of());
    }

    Entry below(Set<String> above) {
        return new Entry(code, label, kind, obsolete, synonyms, above, omim, heads);
    }
}
