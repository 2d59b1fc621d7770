/** What the patient reads: a letter in plain words and their own language, written and released by the home clinician alone. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "print",
            "access",
            "audit",
            "vault",
            "casefile",
            "directory",
            "process",
            "consent",
            "advice",
            "delivery"
        })
@NullMarked
package org.konsil.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
