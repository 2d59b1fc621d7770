package org.konsil.forms;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of this module, and of forms that a bundle translates, in the reader's language. */
record Sentences(MessageSource messages) {

    String say(Locale reader, String key, Object... arguments) {
        return messages.getMessage("forms." + key, arguments, reader);
    }

    /** A form's own words: those of the bundle ({@code form.<form>.<component>.<what>}) where there are any, else the schema's. */
    String of(Locale reader, String form, Component component, String what, String written) {
        var key = "form." + form + "." + component.frame().id() + "." + what;
        // no default message: the message source would read the schema's braces and apostrophes as its own
        var translated = messages.getMessage(key, null, null, reader);
        return translated == null ? written : translated;
    }
}
