package org.konsil.desk.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;

/**
 * What became of one file.
 *
 * @param caseId the case that it became, or that it was before; null if it was refused
 * @param why the sentence that says why it was refused, else null
 * @param fields the places that are wrong
 */
public record Fate(
        String file,
        Kind kind,
        @Nullable String caseId,
        @Nullable String why,
        List<Refusal.Field> fields) {

    /** Taken in, the same content as before, refused. */
    public enum Kind {
        TAKEN,
        AGAIN,
        REFUSED
    }
}
