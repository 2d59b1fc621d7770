package org.konsil.kernel;

import java.util.regex.Pattern;

/** A European Reference Network by its short name in lower case without "ERN": {@code epicare}, {@code euro-nmd}. */
public record NetworkId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

    /** @throws IllegalArgumentException if the text has another form */
    public NetworkId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A network id is a short lower-case word such as 'epicare'");
        }
    }

    public static NetworkId of(String value) {
        return new NetworkId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
