package org.konsil.models;

import org.konsil.kernel.Refusal;

/** Nothing was sent that could be deployed. */
final class NoFiles extends Refusal {

    NoFiles() {
        super(Kind.INVALID, "no-files", "There is no file to deploy");
    }
}
