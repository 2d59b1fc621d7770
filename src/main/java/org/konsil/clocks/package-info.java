/** Goals and deadlines of steps, stages and cases: when each is due and why, who is reminded, who is told when it is late. */
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "access", "rules", "process", "time", "casefile", "directory", "web"})
@NullMarked
package org.konsil.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
