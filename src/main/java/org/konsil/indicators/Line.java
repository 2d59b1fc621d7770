package org.konsil.indicators;

import org.jspecify.annotations.Nullable;

/**
 * One figure as it is told.
 *
 * @param by network, country or all
 * @param group the network's or country's code; empty for all
 * @param value null where nothing could be counted, or too few cases stand behind it
 * @param unit cases, days, per cent or a count of providers or countries
 * @param suppressed too few cases for the outside
 * @param definition SHA-256 of the definition's file
 */
record Line(
        String indicator,
        int version,
        String name,
        int year,
        String by,
        String group,
        @Nullable Double value,
        @Nullable Integer cases,
        String unit,
        boolean suppressed,
        String source,
        String definition) {

    static Line of(Definition definition, int year, String by, String group, Figure figure, boolean outside) {
        var hidden = outside && !figure.isLarge();
        return new Line(
                definition.id(),
                definition.version(),
                definition.name(),
                year,
                by,
                group,
                hidden ? null : figure.value(),
                hidden ? null : Integer.valueOf(figure.cases()),
                unit(definition),
                hidden,
                definition.source(),
                definition.hash());
    }

    private static String unit(Definition definition) {
        return switch (definition.measure()) {
            case COUNT -> "cases";
            case DISTINCT -> definition.distinct();
            case SHARE, SHARE_OF_ITEMS -> "percent";
            case MEDIAN_DAYS -> "days";
        };
    }
}
