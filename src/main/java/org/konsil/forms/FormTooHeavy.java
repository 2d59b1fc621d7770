package org.konsil.forms;

import org.konsil.kernel.Refusal;

/** The form's expressions took more time or memory than they may. */
public final class FormTooHeavy extends Refusal {

    FormTooHeavy(String formId) {
        super(Kind.CONFLICT, "form-too-heavy", "The expressions of form '" + formId + "' take too long", formId);
    }
}
