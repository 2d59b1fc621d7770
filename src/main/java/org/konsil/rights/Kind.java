package org.konsil.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a controller has to answer. */
enum Kind {
    /** A copy of everything, and who saw it: GDPR Art. 15 and 20. */
    ACCESS,
    /** Something wrong is put right: Art. 16. */
    RECTIFICATION,
    /** Kept, but not used: Art. 18. */
    RESTRICTION,
    /** Consent taken back, scope by scope: Art. 7(3). */
    WITHDRAWAL,
    /** Art. 17. */
    ERASURE,
    /** Whoever received it is told of a rectification or restriction: Art. 19. */
    NOTICE,
    /** The period is over for which a copy is kept: Art. 5(1)(e). */
    RETENTION;

    /** As forms, addresses and processes name it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that a patient may ask for. */
    static Optional<Kind> asked(String code) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind != NOTICE && kind != RETENTION && kind.code().equals(code))
                .findFirst();
    }

    boolean erases() {
        return this == ERASURE || this == RETENTION;
    }
}
