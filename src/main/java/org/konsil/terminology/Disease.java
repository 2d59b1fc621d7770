package org.konsil.terminology;

import java.util.List;

/**
 * A disease with its place in Orphanet's classification.
 *
 * @param orpha the ORPHAcodes that it maps to, best first; its own code if it is one
 * @param heads the heads of the classification above it, which suggest networks
 */
public record Disease(Code code, String label, List<String> synonyms, List<Mapping> orpha, List<Code> heads) {

    public Disease {
        synonyms = List.copyOf(synonyms);
        orpha = List.copyOf(orpha);
        heads = List.copyOf(heads);
    }
}
