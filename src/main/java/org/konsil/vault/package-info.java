/** Seals personal content per case and controller; the keys live apart from the data. */
@ApplicationModule(allowedDependencies = {"kernel", "home"})
@NullMarked
package org.konsil.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
