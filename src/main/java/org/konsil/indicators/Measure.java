package org.konsil.indicators;

/** How an indicator is counted. */
enum Measure {
    /** Cases in which it happened. */
    COUNT,
    /** Different providers or countries of the cases in which it happened. */
    DISTINCT,
    /** Of the cases in which it happened, those of which something holds; in per cent. */
    SHARE,
    /** Of the numbers that the entries carry, some among all; in per cent. */
    SHARE_OF_ITEMS,
    /** Days from one moment to another, the median. */
    MEDIAN_DAYS
}
