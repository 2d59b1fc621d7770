package org.konsil.forms;

import java.util.List;
import org.konsil.kernel.Refusal;

/** The text is no form that Konsil can show: no JSON, an unknown component, an expression that does not parse. The one field says where. */
public final class BrokenForm extends Refusal {

    BrokenForm(String pointer, String reason) {
        super(
                Kind.INVALID,
                "form-broken",
                "The form is broken at '" + pointer + "': " + reason,
                List.of(new Field(pointer, reason)),
                pointer,
                reason);
    }
}
