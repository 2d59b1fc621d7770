package org.konsil.interop.phenopacket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disease that the patient has, or that was ruled out.
 *
 * @param excluded it was looked for and is not there
 */
public record DiseaseFinding(
        Concept term,
        boolean excluded,
        @Nullable When onset,
        @Nullable When resolution,
        List<Concept> stages,
        List<Concept> tnm,
        @Nullable Concept primarySite,
        @Nullable Concept laterality) {

    public DiseaseFinding {
        stages = List.copyOf(stages);
        tnm = List.copyOf(tnm);
    }
}
