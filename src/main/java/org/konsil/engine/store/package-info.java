/** Reads the engine's log into relational tables and answers the searches from them. */
@NullMarked
package org.konsil.engine.store;

import org.jspecify.annotations.NullMarked;
