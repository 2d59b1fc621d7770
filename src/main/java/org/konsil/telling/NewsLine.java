package org.konsil.telling;

import java.time.Instant;

/**
 * One piece of news as it is read.
 *
 * @param kind its code, for the words
 * @param pseudonym of the case; empty once it was erased
 */
record NewsLine(long id, String kind, String caseId, String pseudonym, Instant at, boolean read, String address) {}
