package org.konsil.access;

import org.konsil.kernel.Refusal;

/** Nobody is signed in, and this needs somebody. */
public class NotSignedIn extends Refusal {

    NotSignedIn() {
        super(Kind.FORBIDDEN, "not-signed-in", "Nobody is signed in");
    }
}
