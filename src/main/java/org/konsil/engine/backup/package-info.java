/** Backups: the engine, the database beside it and further folders, as of one moment, in one archive; and the way back. Knows nothing of what is in them. */
@NamedInterface("backup")
@NullMarked
package org.konsil.engine.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
