/** Camunda Forms, parsed once and then rendered, bound and validated on the server in the reader's language. */
@ApplicationModule(allowedDependencies = {"feel", "kernel"})
@NullMarked
package org.konsil.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
