package org.konsil.routing;

import org.jspecify.annotations.Nullable;

/**
 * Why a network was suggested.
 *
 * @param code classification, phenotype, tumour, undiagnosed, last-resort or forwarded; the words are {@code routing.reason.<code>}
 * @param because the term behind it, such as {@code ORPHA:98006}; clinical
 */
public record Reason(String code, double weight, @Nullable String because) {}
