/** The yearly indicators, counted from the history by versioned definitions that process owners hold. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "vault",
            "casefile",
            "directory",
            "process",
            "advice",
            "followup"
        })
@NullMarked
package org.konsil.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
