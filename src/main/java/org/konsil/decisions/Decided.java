package org.konsil.decisions;

import org.jspecify.annotations.Nullable;

/** @param value codes, ids, numbers, truth values or lists of these; null if no rule matched */
public record Decided(@Nullable Object value) {}
