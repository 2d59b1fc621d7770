package org.konsil.terminology;

import java.util.List;

/**
 * A named concept of a terminology.
 *
 * @param label the name that the terminology prefers
 * @param synonyms other names, which the search finds too
 * @param obsolete the terminology has retired it; old cases still carry it
 */
public record Term(Code code, String label, List<String> synonyms, boolean obsolete) {

    public Term {
        synonyms = List.copyOf(synonyms);
    }
}
