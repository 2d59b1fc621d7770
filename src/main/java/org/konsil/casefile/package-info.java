/** Keeps the case: its state, its sealed content, and what people filled in. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "home",
            "vault",
            "audit",
            "access",
            "terminology",
            "directory",
            "process",
            "forms"
        })
@NullMarked
package org.konsil.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
