package org.konsil.indicators;

import org.konsil.kernel.Refusal;

/** No definition of an indicator has this id and version. */
final class UnknownDefinition extends Refusal {

    UnknownDefinition(String version) {
        super(Kind.UNKNOWN, "indicator-unknown", "No definition " + version, version);
    }
}
