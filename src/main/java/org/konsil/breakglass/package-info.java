/** Break-glass: opens a case's clinical content without a usual right, with a reason, for a limited time, and with others told. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "audit", "access", "casefile"})
@NullMarked
package org.konsil.breakglass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
