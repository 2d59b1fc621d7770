/** Takes many Phenopackets in at once, in the background, and tells what became of each. */
@NullMarked
package org.konsil.desk.imports;

import org.jspecify.annotations.NullMarked;
