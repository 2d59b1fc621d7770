package org.konsil.rights;

import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** Finds the part that a task or job is about: its id is the process variable {@code subjectId}. */
@Component
class Parts {

    private final PartRows rows;

    Parts(PartRows rows) {
        this.rows = rows;
    }

    Part of(HumanTask task) {
        return of(task.caseId(), String.valueOf(task.subjectId()));
    }

    /** @throws RequestRefused (404) if there is none of this case */
    Part of(CaseId caseId, String id) {
        try {
            return rows.find(caseId, UUID.fromString(id)).orElseThrow(RequestRefused::unknown);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.unknown();
        }
    }
}
