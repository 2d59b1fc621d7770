package org.konsil.interop.phenopacket;

import java.util.Optional;

/**
 * A time in a patient's life, in one of the six ways in which Phenopackets tell it.
 *
 * @param value age {@code P4Y}, range {@code P4Y/P5Y}, weeks and days of gestation {@code 30+4}, code {@code HP:0003577},
 *     instant {@code 2020-01-31T00:00:00Z}, or interval of two instants with a slash between
 * @param label the name of the code, otherwise empty
 */
public record When(Kind kind, String value, String label) {

    /** How the time is told. */
    public enum Kind {
        AGE,
        AGE_RANGE,
        GESTATIONAL_AGE,
        ONTOLOGY_CLASS,
        TIMESTAMP,
        INTERVAL
    }

    /** The age in years, of a range its beginning; empty where none is told. Before birth it is 0. */
    public Optional<Double> years() {
        return switch (kind) {
            case AGE -> IsoDuration.days(value).map(When::inYears);
            case AGE_RANGE ->
                IsoDuration.days(value.substring(0, value.indexOf('/'))).map(When::inYears);
            case GESTATIONAL_AGE -> Optional.of(0.0);
            case ONTOLOGY_CLASS, TIMESTAMP, INTERVAL -> Optional.empty();
        };
    }

    private static double inYears(double days) {
        return days / 365.25;
    }
}
