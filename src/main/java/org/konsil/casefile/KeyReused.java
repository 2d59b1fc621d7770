package org.konsil.casefile;

import org.konsil.kernel.Refusal;

/** An Idempotency-Key came again with other content. */
public class KeyReused extends Refusal {

    KeyReused() {
        super(Kind.CONFLICT, "idempotency-key-reused", "This Idempotency-Key was used for another registration");
    }
}
