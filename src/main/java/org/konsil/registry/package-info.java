/** What is left of a closed case for others: the EU's 16 common data elements for the network's registry, and rows for anonymous research. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "vault",
            "casefile",
            "process",
            "consent",
            "advice",
            "followup"
        })
@NullMarked
package org.konsil.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
