package org.konsil.forms;

import org.konsil.kernel.Refusal;

/** No form of that id is part of the program. */
public final class UnknownForm extends Refusal {

    UnknownForm(String id) {
        super(Kind.UNKNOWN, "form-unknown", "There is no form '" + id + "'", id);
    }
}
