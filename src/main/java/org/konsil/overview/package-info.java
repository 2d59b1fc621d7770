/** The work as a whole: what is open, late, growing old and about to be late, per network, country and stage; on a page and on paper. */
@ApplicationModule(
        allowedDependencies = {"kernel", "access", "audit", "casefile", "directory", "process", "print", "worklist"})
@NullMarked
package org.konsil.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
