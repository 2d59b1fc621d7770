package org.konsil.desk.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.vault.Controller;

/**
 * A note on a case.
 *
 * @param side whose it is: the home provider's or the network's
 * @param by user id of the author
 * @param unpinnedAt null while it is pinned
 */
public record Note(
        UUID id,
        Controller side,
        String text,
        String by,
        Instant at,
        @Nullable Instant unpinnedAt) {}
