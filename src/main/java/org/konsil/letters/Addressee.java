package org.konsil.letters;

import java.util.Locale;

/** Who reads a letter; the codes are those of the relations in a consent's signatures. */
public enum Addressee {
    PATIENT,
    GUARDIAN,
    REPRESENTATIVE;

    static Addressee of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
