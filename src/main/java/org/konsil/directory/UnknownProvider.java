package org.konsil.directory;

import org.konsil.kernel.Refusal;

/** The directory knows no provider of that id. */
public class UnknownProvider extends Refusal {

    UnknownProvider(String providerId) {
        super(Kind.UNKNOWN, "directory-unknown-provider", "No provider '" + providerId + "'", providerId);
    }
}
