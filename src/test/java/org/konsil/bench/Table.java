package org.konsil.bench;

import static java.util.Locale.ROOT;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, printed row by row while it is measured. */
final class Table {

    private static final int FIRST = 46;

    private static final PrintStream OUT = System.out;

    private final List<Integer> widths = new ArrayList<>();

    Table(String what, String... columns) {
        for (var column : columns) widths.add(Math.max(9, column.length()));
        OUT.println();
        row(what, columns);
        row("---", Arrays.stream(columns).map(column -> "---:").toArray(String[]::new));
    }

    void row(String what, String... values) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < values.length; i++) cells.add(("%" + widths.get(i) + "s").formatted(values[i]));
        OUT.println(cells.stream().collect(Collectors.joining(" | ", ("| %-" + FIRST + "s | ").formatted(what), " |")));
    }

    /** Three digits or so. */
    static String number(double value) {
        if (Double.isNaN(value)) return "";
        return String.format(ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
