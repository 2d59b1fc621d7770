package org.konsil.kernel;

import java.util.UUID;

/** Names one referral case everywhere: table key, business key, correlation key. Opaque: it says nothing of the patient. */
public record CaseId(UUID value) {

    public static CaseId next() {
        return new CaseId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
