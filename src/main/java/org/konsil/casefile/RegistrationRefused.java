package org.konsil.casefile;

import java.util.List;
import org.konsil.kernel.Refusal;

/** A registration does not fit the world: another country's hospital, a date before birth. */
public class RegistrationRefused extends Refusal {

    RegistrationRefused(List<Field> fields) {
        super(Kind.INVALID, "registration-refused", "The registration has " + fields.size() + " wrong fields", fields);
    }
}
