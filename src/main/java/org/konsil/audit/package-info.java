/** Keeps what happened: an append-only, tamper-evident history of every action, refusal and read. */
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
@NullMarked
package org.konsil.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
