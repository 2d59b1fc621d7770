package org.konsil.telling;

import java.util.UUID;
import org.konsil.kernel.Refusal;

/** The mail is on its way, has arrived or was never there: there is nothing to send once more. */
class MailNotGivenUp extends Refusal {

    private static final long serialVersionUID = 1;

    MailNotGivenUp(UUID id) {
        super(Kind.CONFLICT, "mail-not-given-up", "Mail " + id + " was not given up");
    }

    /** Nothing of somebody's mail was. */
    MailNotGivenUp() {
        super(Kind.CONFLICT, "mail-not-given-up", "No mail was given up");
    }
}
