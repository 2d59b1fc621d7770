package org.konsil.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news as it is read.
 *
 * @param kind its code, for the words
 * @param pseudonym of the case; empty once it was erased
 * @param task what the task is called that it tells of; null where it tells of none
 */
record NewsLine(
        long id,
        String kind,
        String caseId,
        String pseudonym,
        @Nullable String task,
        Instant at,
        boolean read,
        String address) {}
