package org.konsil.casefile;

import java.util.Arrays;
import java.util.Locale;

/** Why a case takes a new round. */
public enum Cause {
    REOPENED,
    NETWORK_CHANGED,
    PROVIDER_CHANGED,
    /** The advice may not be relied on any more. */
    SUPERSEDED;

    /** As the table {@code resume-at} names it: {@code network-changed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of that code */
    public static Cause of(String code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No cause '" + code + "'"));
    }
}
