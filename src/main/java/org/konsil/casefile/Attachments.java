package org.konsil.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;

/** The files of a case: sealed, under random names, of types that can be looked at without danger. */
public interface Attachments {

    /**
     * Runs in the caller's transaction and leaves its audit entry.
     *
     * @throws AttachmentRefused if it is empty, too large or of another type than PDF, PNG, JPEG, DICOM, plain text
     */
    Attachment add(CaseId caseId, Controller controller, String name, byte[] content, Actor by);

    List<Attachment> of(CaseId caseId);

    /** What one controller holds of them. */
    List<Attachment> of(CaseId caseId, Controller controller);

    Optional<Attachment> find(CaseId caseId, UUID id);

    /** The content; reading leaves its audit entry. */
    byte[] read(Attachment attachment, Actor by);
}
