package org.konsil.vault;

import java.util.Locale;
import java.util.regex.Pattern;
import org.konsil.kernel.CaseId;

/** Names one key of the key store; also the associated data under which the key is wrapped. */
record KeyName(String value) {

    private static final Pattern SCOPE = Pattern.compile("[a-z0-9-]{1,60}");

    static KeyName of(CaseId caseId, Controller controller) {
        return new KeyName(caseId + "." + controller.name().toLowerCase(Locale.ROOT));
    }

    static KeyName index(String scope) {
        if (!SCOPE.matcher(scope).matches()) {
            throw new IllegalArgumentException("A scope is written in lower-case letters, digits and hyphens");
        }
        return new KeyName("index." + scope);
    }

    static KeyName signing() {
        return new KeyName("signing.audit");
    }

    /** Spreads the files over 256 folders. */
    String folder() {
        return "%02x".formatted(value.hashCode() & 0xff);
    }

    @Override
    public String toString() {
        return value;
    }
}
