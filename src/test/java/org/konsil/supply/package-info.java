/** Looks at what the program is made of and at what lies in its repository. */
@NullMarked
package org.konsil.supply;

import org.jspecify.annotations.NullMarked;
