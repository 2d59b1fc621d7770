/** Goals and deadlines: when a step is due, who is reminded, what happens when it is late. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "rules", "process", "time"})
@NullMarked
package org.konsil.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
