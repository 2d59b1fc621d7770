/** The outcome: drafted by the lead, signed or dissented from by each member, sealed as a document for the home provider. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "print",
            "vault",
            "audit",
            "access",
            "casefile",
            "directory",
            "terminology",
            "process",
            "rules",
            "consent",
            "panel"
        })
@NullMarked
package org.konsil.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
