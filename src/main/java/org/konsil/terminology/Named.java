package org.konsil.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one file calls a code in one language.
 *
 * @param names the label first, then the synonyms; none may be empty
 * @param english the label in English where the file tells it, else empty
 * @param omim OMIM numbers that map to this ORPHAcode
 */
record Named(Code code, List<String> names, String english, Map<String, Mapping.Relation> omim) {

    Named {
        names = names.stream().filter(name -> !name.isBlank()).distinct().toList();
        omim = Map.copyOf(omim);
    }

    static Named of(Code code, List<String> names) {
        return new Named(code, names, "", Map.of());
    }

    /** With more names at the end. */
    Named and(Named other) {
        var all = new ArrayList<>(names);
        all.addAll(other.names());
        return new Named(code, all, english.isEmpty() ? other.english() : english, omim);
    }
}
