/** Keeps the evidence that a country's own options were explored, each country by its own rule, and the waivers from it. */
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
            "clocks",
            "consent"
        })
@NullMarked
package org.konsil.domestic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
