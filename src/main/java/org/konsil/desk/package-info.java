/** Gathers what several modules know of a case: the ways in, the list of cases, the page of a case, the events that may come at any time. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "audit",
            "vault",
            "casefile",
            "directory",
            "terminology",
            "forms",
            "process",
            "worklist",
            "clocks",
            "consent",
            "domestic",
            "routing",
            "panel",
            "advice",
            "delivery",
            "followup",
            "interim",
            "referral",
            "packs",
            "rules",
            "interop :: phenopacket"
        })
@NullMarked
package org.konsil.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
