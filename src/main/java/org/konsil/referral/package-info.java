/** The referral as a whole: its provider is checked, its stages are entered, it is closed. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "casefile",
            "clocks",
            "directory",
            "packs",
            "panel",
            "process",
            "rules",
            "worklist"
        })
@NullMarked
package org.konsil.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
