/** The service's clock, which a demonstration and tests may move forward. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.konsil.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
