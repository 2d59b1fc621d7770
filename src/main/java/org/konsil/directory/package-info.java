/** Who is who: the 24 networks, the healthcare providers with their approval, who is a member of what, and the experts. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.konsil.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
