/** Treatment abroad: what an application needs in a country on a day, who decides, who hears an appeal, how long an approval holds. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "casefile",
            "directory",
            "process",
            "rules",
            "packs",
            "consent",
            "vault"
        })
@NullMarked
package org.konsil.abroad;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
