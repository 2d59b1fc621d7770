/** What came of the advice: planned dates, reports, and the end of the series. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "vault", "casefile", "process", "advice", "consent"})
@NullMarked
package org.konsil.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
