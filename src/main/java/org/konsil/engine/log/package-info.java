/** The engine's log on disk: segments, group-commit fsync, recovery after a crash. */
@NullMarked
package org.konsil.engine.log;

import org.jspecify.annotations.NullMarked;
