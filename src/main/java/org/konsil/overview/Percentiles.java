package org.konsil.overview;

import java.util.Collection;

/** Percentiles by the nearest rank: always a value that occurred. */
final class Percentiles {

    private Percentiles() {}

    /** @param percent above 0, up to 100 */
    static double of(Collection<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
