/** A network's regular board: its rhythm, its sessions with many cases on one agenda, who can come, the running order, and the minutes of each case. */
@ApplicationModule(
        allowedDependencies = {"kernel", "access", "audit", "casefile", "directory", "panel", "vault", "web"})
@NullMarked
package org.konsil.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
