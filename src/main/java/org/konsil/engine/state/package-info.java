/** The engine's folder: who holds it, whether it has room, the saved states in it, and how it is emptied. */
@NullMarked
package org.konsil.engine.state;

import org.jspecify.annotations.NullMarked;
