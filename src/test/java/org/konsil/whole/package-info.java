/** Looks back on all the tests of a build. */
@NullMarked
package org.konsil.whole;

import org.jspecify.annotations.NullMarked;
