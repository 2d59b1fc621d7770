/** What the network tells the home clinician on the way: one report at each place where a drawing says so. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "access",
            "vault",
            "casefile",
            "directory",
            "process",
            "panel",
            "advice"
        })
@NullMarked
package org.konsil.interim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
