package org.konsil.forms;

import java.util.List;
import org.konsil.kernel.Refusal;

/** A form was sent with answers that break its rules; each field says which, by JSON pointer and in the reader's language. */
public final class AnswersRefused extends Refusal {

    AnswersRefused(String form, List<Field> fields) {
        super(
                Kind.INVALID,
                "answers-refused",
                "Form '" + form + "' was refused: " + fields.size() + " fields",
                fields,
                fields.size());
    }
}
