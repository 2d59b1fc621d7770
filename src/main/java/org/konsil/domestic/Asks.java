package org.konsil.domestic;

import java.util.Locale;

/** Whom a drawing asks, as the header {@code asks} of its task says. */
public enum Asks {
    CENTRE,
    CONTACT,
    CENTRE_ELSE_CONTACT;

    /** @throws IllegalArgumentException if there is no such choice */
    public static Asks of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
