package org.konsil.kernel;

import java.util.Locale;

/** How fast a case must move; the two values of HL7 FHIR's request priority that the networks use. */
public enum Urgency {
    ROUTINE,
    URGENT;

    /** The code in process variables, forms and the API: {@code routine} or {@code urgent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the code is neither {@code routine} nor {@code urgent}, in any case */
    public static Urgency of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
