/** Keeps by the rules of which day a case goes: those of its registration, until somebody moves it to newer ones. */
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "casefile", "directory", "process", "rules"})
@NullMarked
package org.konsil.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
