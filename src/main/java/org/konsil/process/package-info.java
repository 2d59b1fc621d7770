/** The one door to Camunda: client, deployment, outbox, jobs and human tasks. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package org.konsil.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
