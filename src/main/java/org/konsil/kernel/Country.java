package org.konsil.kernel;

import java.util.Locale;
import java.util.Set;

/** A country by its ISO 3166-1 alpha-2 code, kept in lower case as in group names, process ids and account names. */
public record Country(String code) {

    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** @throws IllegalArgumentException if the code is not in ISO 3166-1 */
    public Country {
        code = code.toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(code.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("'" + code + "' is no ISO 3166-1 alpha-2 country code");
        }
    }

    public static Country of(String code) {
        return new Country(code);
    }

    /** The country's name in the reader's language. */
    public String name(Locale reader) {
        return Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(reader);
    }

    @Override
    public String toString() {
        return code;
    }
}
