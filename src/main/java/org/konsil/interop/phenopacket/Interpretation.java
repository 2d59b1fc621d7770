package org.konsil.interop.phenopacket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A genomic diagnosis, finished or under way.
 *
 * @param progress GA4GH's code: IN_PROGRESS, COMPLETED, SOLVED, UNSOLVED or UNKNOWN_PROGRESS
 */
public record Interpretation(
        String progress, @Nullable Concept disease, String summary, List<GenomicFinding> findings) {

    public Interpretation {
        findings = List.copyOf(findings);
    }
}
