package org.konsil.desk.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.konsil.kernel.Country;

/** A value to choose, and what it is called. */
record Choice(String value, String label) {

    /** Countries by name; the one that is chosen already is always among them. */
    static List<Choice> countries(List<Country> known, String chosen, Locale reader) {
        return Stream.concat(
                        known.stream().map(Country::code),
                        Stream.of(chosen.strip().toLowerCase(Locale.ROOT)))
                .filter(code -> !code.isBlank())
                .distinct()
                .map(code -> new Choice(code, Country.of(code).name(reader)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
