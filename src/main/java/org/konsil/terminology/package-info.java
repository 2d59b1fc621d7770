/** Codes of diseases and phenotypes (ORPHA, OMIM, HPO): their form, their names, their maps and their place in Orphanet's classification. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.konsil.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
