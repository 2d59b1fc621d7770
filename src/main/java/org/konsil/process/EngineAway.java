package org.konsil.process;

import org.konsil.kernel.Refusal;

/** The engine does not answer now, so files cannot come into force. Nothing has changed. */
final class EngineAway extends Refusal {

    EngineAway() {
        super(Kind.CONFLICT, "engine-away", "The engine does not answer");
    }
}
