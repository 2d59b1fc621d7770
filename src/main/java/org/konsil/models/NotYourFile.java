package org.konsil.models;

import org.konsil.kernel.Refusal;

/** The file belongs to another process owner. */
final class NotYourFile extends Refusal {

    NotYourFile(String file) {
        super(Kind.FORBIDDEN, "not-your-file", "The file belongs to another process owner", file);
    }
}
