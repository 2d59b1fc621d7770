package org.konsil.consent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a patient can agree to; each has its own state (GDPR Art. 7; "care" is mandatory in the Commission's CPMS). */
public enum Scope {
    REFERRAL,
    RECORD_SHARING,
    PANEL_CARE,
    REGISTRY,
    RESEARCH_CONTACT,
    TREATMENT_ABROAD;

    /** The three without which nothing is shared. */
    public static final Set<Scope> CARE = Set.copyOf(EnumSet.of(REFERRAL, RECORD_SHARING, PANEL_CARE));

    /** The code in forms and the API: {@code record-sharing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such scope */
    public static Scope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isCare() {
        return CARE.contains(this);
    }
}
