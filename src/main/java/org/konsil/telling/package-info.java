/** Tells people what is new for them: on a page, by mail as often as they wish, and at once in pages that lie open. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "absences",
            "access",
            "audit",
            "vault",
            "casefile",
            "process",
            "clocks",
            "worklist",
            "panel",
            "boards",
            "interim",
            "web"
        })
@NullMarked
package org.konsil.telling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
