/** Gathers for one reader what all modules know of one case, each reader what is for that reader. */
@NamedInterface("dossier")
@NullMarked
package org.konsil.desk.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
