/** Finds the network for a case: ranks with reasons, finds who sponsors, keeps the choice, opens the case to whom it goes. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "access",
            "casefile",
            "directory",
            "packs",
            "terminology",
            "process",
            "rules",
            "consent"
        })
@NullMarked
package org.konsil.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
