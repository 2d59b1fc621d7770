/** The embedded Camunda 8 engine: real Zeebe processors on a durable log of our own; knows nothing of referrals. */
@ApplicationModule(allowedDependencies = {"feel"})
@NullMarked
package org.konsil.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
