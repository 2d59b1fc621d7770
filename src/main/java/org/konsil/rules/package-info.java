/** Decides DMN tables on clinical facts inside the application, so that the facts never reach the engine. */
@ApplicationModule(allowedDependencies = {"feel", "kernel"})
@NullMarked
package org.konsil.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
