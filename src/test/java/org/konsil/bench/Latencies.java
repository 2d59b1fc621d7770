package org.konsil.bench;

import java.util.Arrays;

/** How long things took, in nanoseconds. */
final class Latencies {

    private long[] nanos = new long[1 << 12];
    private int count;

    synchronized void add(long one) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = one;
    }

    synchronized void clear() {
        count = 0;
    }

    /** The time in milliseconds within which this share of them lay, 0 to 1. */
    synchronized double millis(double share) {
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1, count * share)] / 1e6;
    }
}
