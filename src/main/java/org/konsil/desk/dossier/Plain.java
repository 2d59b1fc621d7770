package org.konsil.desk.dossier;

import java.util.Locale;

/** Codes as words, where no bundle has better ones. */
final class Plain {

    private Plain() {}

    /** {@code expert-invited} and {@code AWAITING_CONSENT} become "Expert invited" and "Awaiting consent"; what is no code stays. */
    static String words(String code) {
        if (!code.matches("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")) {
            return code;
        }
        var words = code.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
