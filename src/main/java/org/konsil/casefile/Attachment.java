package org.konsil.casefile;

import java.time.Instant;
import java.util.UUID;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;

/**
 * A file that belongs to a case.
 *
 * @param name as its sender called it; personal, like the content
 * @param mediaType found from the content, not from what the sender said
 * @param size in bytes
 */
public record Attachment(
        UUID id,
        CaseId caseId,
        Controller controller,
        String name,
        String mediaType,
        long size,
        Actor by,
        Instant at) {}
