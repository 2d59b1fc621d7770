/** Attacks on the whole program: what a stranger, a colleague of another house or a program may send that should not. */
@NullMarked
package org.konsil.hostile;

import org.jspecify.annotations.NullMarked;
