package org.konsil.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * The answer that consent was asked for this very sharing, and holds. Only the module that keeps the consents gives it, and
 * nothing of a case can be granted outside its home provider without it.
 */
public interface Agreed {

    CaseId caseId();

    /** The moment at which the consent runs out; null if it sets no end. */
    @Nullable
    Instant until();
}
