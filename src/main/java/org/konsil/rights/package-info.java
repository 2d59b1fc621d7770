/** The patient's rights: requests answered in time by each controller, copies, corrections, restriction, erasure with its certificate, retention. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "print",
            "access",
            "audit",
            "vault",
            "casefile",
            "directory",
            "forms",
            "process",
            "rules",
            "clocks",
            "worklist",
            "consent",
            "panel",
            "advice",
            "delivery",
            "followup",
            "letters",
            "interim",
            "registry",
            "desk :: events",
            "desk :: dossier"
        })
@NullMarked
package org.konsil.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
