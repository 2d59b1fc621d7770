package org.konsil.desk.intake;

import java.util.Locale;
import java.util.Optional;
import org.konsil.forms.FieldKind;
import org.konsil.kernel.Country;
import org.springframework.context.MessageSource;

/** A field that takes a country by its ISO 3166-1 alpha-2 code. */
record CountryKind(MessageSource messages) implements FieldKind {

    @Override
    public String name() {
        return "country";
    }

    @Override
    public Optional<String> objection(String value, Locale reader) {
        try {
            Country.of(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(messages.getMessage("desk.kind.country", new Object[] {value}, reader));
        }
    }
}
