/** Where the service's data lies, how several modules change it at once, and clear words when it cannot start there. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konsil.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
