/** Keeps what the patient agreed to: which scopes, for whom, signed by whom; asked at every point of use, withdrawn at any time. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "access",
            "casefile",
            "directory",
            "process",
            "rules",
            "clocks"
        })
@NullMarked
package org.konsil.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
