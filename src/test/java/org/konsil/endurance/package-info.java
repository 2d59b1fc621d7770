/** What the program does when the world around it breaks, shown on programs of their own that are really broken. */
@NullMarked
package org.konsil.endurance;

import org.jspecify.annotations.NullMarked;
