/** Prints what is handed out on paper: one frame and one way to PDF for all documents. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konsil.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
