package org.konsil.process;

import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/**
 * A user task of the engine that waits for a person.
 *
 * @param subjectId opaque id of what it is about besides the case: an invitation, an information request, a signer; from the process variable {@code subjectId}
 */
public record HumanTask(
        long key,
        CaseId caseId,
        String processId,
        String elementId,
        String formId,
        @Nullable String subjectId,
        @Nullable String network) {}
