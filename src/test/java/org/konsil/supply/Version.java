package org.konsil.supply;

import java.util.Arrays;

/** A version by its numbers; what stands behind them ({@code Final}, {@code jre}) does not count. */
record Version(int[] numbers) implements Comparable<Version> {

    static Version of(String text) {
        return new Version(Arrays.stream(text.split("[.\\-+_]"))
                .takeWhile(part -> part.matches("\\d{1,8}"))
                .mapToInt(Integer::parseInt)
                .toArray());
    }

    @Override
    public int compareTo(Version other) {
        var longest = Math.max(numbers.length, other.numbers.length);
        return Arrays.compare(Arrays.copyOf(numbers, longest), Arrays.copyOf(other.numbers, longest));
    }
}
