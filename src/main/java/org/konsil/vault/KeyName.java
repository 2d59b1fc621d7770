package org.konsil.vault;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konsil.kernel.CaseId;

/** Names one key of the key store; also the associated data under which the key is wrapped. */
record KeyName(String value) {

    private static final Pattern SCOPE = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern ANY = Pattern.compile("[a-z0-9][a-z0-9.-]{0,100}");
    private static final Pattern OF_CASE = Pattern.compile("([0-9a-f-]{36})\\.([a-z]+)");

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

    static KeyName pseudonyms(Pseudonyms.Context context) {
        return new KeyName("pseudonyms." + context.name().toLowerCase(Locale.ROOT));
    }

    /** @throws KeysRefused if the text, which came from outside, is no key's name */
    static KeyName read(String text) {
        if (!ANY.matcher(text).matches()) {
            throw new KeysRefused("'" + text + "' is no name of a key.");
        }
        return new KeyName(text);
    }

    /** Whose destruction this would be, where it is a case's key. */
    Optional<KeyDestroyed> ofCase() {
        var parts = OF_CASE.matcher(value);
        return parts.matches()
                ? Optional.of(new KeyDestroyed(
                        CaseId.of(parts.group(1)),
                        Controller.valueOf(parts.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
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
