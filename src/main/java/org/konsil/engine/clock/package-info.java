/** The engine's time, which always ticks and only moves forward. */
@NullMarked
package org.konsil.engine.clock;

import org.jspecify.annotations.NullMarked;
