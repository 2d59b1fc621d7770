/** What an operator asks for: backups of everything but the keys, the keys' own, and the way back. */
@ApplicationModule(allowedDependencies = {"kernel", "home", "access", "audit", "vault", "engine", "engine :: backup"})
@NullMarked
package org.konsil.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
