/** The advice on its way home: sent, received, answered item by item, told to the patient. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault", "casefile", "process", "consent", "advice"})
@NullMarked
package org.konsil.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
