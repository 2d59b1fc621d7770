/** What process owners change while the program runs: the door where they deploy, and the way of their files to forms and rules. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "forms", "rules", "process"})
@NullMarked
package org.konsil.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
