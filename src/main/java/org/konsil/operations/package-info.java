/** What an operator asks for: backups of everything but the keys, and the way back. */
@ApplicationModule(allowedDependencies = {"kernel", "home", "access", "audit", "engine", "engine :: backup"})
@NullMarked
package org.konsil.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
