/** Keeps expressions of process owners (FEEL) within bounds of time and memory, wherever in this program they are evaluated. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konsil.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
