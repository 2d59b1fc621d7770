package org.konsil.interop.phenopacket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phenotypic feature that was observed, or looked for and not found.
 *
 * @param excluded it was looked for and is not there
 */
public record PhenotypeFinding(
        Concept type,
        boolean excluded,
        @Nullable Concept severity,
        List<Concept> modifiers,
        @Nullable When onset,
        @Nullable When resolution,
        String description) {

    public PhenotypeFinding {
        modifiers = List.copyOf(modifiers);
    }
}
