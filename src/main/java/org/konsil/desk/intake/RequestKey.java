package org.konsil.desk.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;

/** The header Idempotency-Key: a client's own name for one registration. */
public final class RequestKey {

    private static final int LONGEST = 200;

    private RequestKey() {}

    /** @throws Unusable if it is blank, too long or not printable */
    public static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST || !key.matches("\\p{Print}+"))) {
            throw new Unusable();
        }
        return key;
    }

    /** The key cannot be kept. */
    public static final class Unusable extends Refusal {

        Unusable() {
            super(
                    Kind.INVALID,
                    "idempotency-key-unusable",
                    "An Idempotency-Key has 1 to 200 printable characters",
                    List.of(new Field("/Idempotency-Key", "1 to 200 printable characters")));
        }
    }
}
