/** Triages, convenes the panel, counts its quorum, keeps its opinions and its discussion, and asks the home clinician. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "absences",
            "vault",
            "audit",
            "access",
            "casefile",
            "directory",
            "terminology",
            "process",
            "routing",
            "rules",
            "clocks",
            "consent",
            "web"
        })
@NullMarked
package org.konsil.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
