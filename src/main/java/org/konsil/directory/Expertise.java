package org.konsil.directory;

import java.util.List;
import java.util.Set;

/**
 * What an expert can be asked about.
 *
 * @param discipline kebab-case code such as {@code clinical-genetics}
 * @param languages ISO 639-1 codes, the first is the expert's own
 * @param branches ORPHAcodes of heads of Orphanet's classification, without prefix
 * @param version how often it was changed by hand before
 */
public record Expertise(String discipline, List<String> languages, Set<String> branches, int version) {

    public Expertise {
        languages = List.copyOf(languages);
        branches = Set.copyOf(branches);
    }

    /** Whether both say the same, whenever they were said. */
    public boolean saysTheSame(Expertise other) {
        return discipline.equals(other.discipline)
                && languages.equals(other.languages)
                && branches.equals(other.branches);
    }
}
