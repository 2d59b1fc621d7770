/** Decides who may see and do what, for every page, call and list. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit", "web"})
@NullMarked
package org.konsil.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
