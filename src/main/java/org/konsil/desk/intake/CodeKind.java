package org.konsil.desk.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.konsil.forms.FieldKind;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.springframework.context.MessageSource;

/**
 * A field that takes codes of some systems. Well formed is enough: a code that is not loaded is accepted and flagged.
 *
 * @param systems those of {@link Code}'s constants that fit
 */
record CodeKind(String name, Set<String> systems, MessageSource messages) implements FieldKind {

    @Override
    public Optional<String> objection(String value, Locale reader) {
        return fits(value)
                ? Optional.empty()
                : Optional.of(messages.getMessage("desk.kind." + name, new Object[] {value}, reader));
    }

    private boolean fits(String value) {
        try {
            return systems.contains(Code.parse(value).system());
        } catch (MalformedCode e) {
            return false;
        }
    }
}
