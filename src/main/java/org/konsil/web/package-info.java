/** Turns refusals and failures into pages and problem+json, finds the words that people read. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package org.konsil.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
