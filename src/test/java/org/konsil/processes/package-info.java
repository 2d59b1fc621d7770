/** Plays the drawn processes through, with people and workers standing in. */
@NullMarked
package org.konsil.processes;

import org.jspecify.annotations.NullMarked;
