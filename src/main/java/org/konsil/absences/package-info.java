/** When people are away, and who stands in for them: one calendar for experts and for everybody else who works here. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "directory"})
@NullMarked
package org.konsil.absences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
