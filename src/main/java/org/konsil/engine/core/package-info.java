/** Zeebe's stream processor on our log and snapshots: commands in, answers and committed records out. */
@NullMarked
package org.konsil.engine.core;

import org.jspecify.annotations.NullMarked;
