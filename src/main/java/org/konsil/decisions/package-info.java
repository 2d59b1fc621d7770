/** Takes decisions on the facts of a case, and accounts for them: inputs, matched rules, version of the rules. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault", "rules", "process"})
@NullMarked
package org.konsil.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
