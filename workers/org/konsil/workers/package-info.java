/** Job workers: typed variables in, one call into a module, a small record out. */
@NullMarked
package org.konsil.workers;

import org.jspecify.annotations.NullMarked;
