package org.konsil.overview;

import java.util.List;

/**
 * A bar chart as it is drawn: so many bars one below the other, each with its name, its number and up to two parts. Lengths are in units of
 * the drawing, which is 600 wide.
 *
 * @param height of the whole drawing
 */
record Bars(List<Bar> bars, int height) {

    private static final int ROW = 28;
    private static final int LEFT = 190;
    private static final int ROOM = 290;

    /** @param good length of the first part; {@code bad} of the second, which begins at {@code middle} */
    record Bar(String name, String number, int top, int text, int good, int middle, int bad, int end) {}

    /** @param good first part; {@code bad} second part, drawn behind it */
    record Value(String name, String number, long good, long bad) {}

    static Bars of(List<Value> values) {
        var most = values.stream().mapToLong(it -> it.good() + it.bad()).max().orElse(0);
        var bars = new java.util.ArrayList<Bar>();
        for (var value : values) {
            var top = bars.size() * ROW;
            var good = length(value.good(), most);
            var bad = length(value.bad(), most);
            bars.add(new Bar(
                    value.name(), value.number(), top + 4, top + 19, good, LEFT + good, bad, LEFT + good + bad + 8));
        }
        return new Bars(List.copyOf(bars), Math.max(values.size(), 1) * ROW);
    }

    private static int length(long value, long most) {
        return most == 0 || value == 0 ? 0 : Math.max(2, (int) Math.round((double) value * ROOM / most));
    }
}
