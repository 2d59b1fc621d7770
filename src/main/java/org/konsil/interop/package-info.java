/** Ways in and out for other programs: GA4GH Phenopackets today; each format in a package of its own. */
@ApplicationModule(allowedDependencies = {"kernel", "terminology"})
@NullMarked
package org.konsil.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
