/** The work that waits for people: queues, claiming, filling in, completing. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "absences",
            "access",
            "audit",
            "vault",
            "forms",
            "process",
            "casefile",
            "directory",
            "terminology",
            "clocks",
            "web"
        })
@NullMarked
package org.konsil.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
