package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who the patient is: for the home provider only ({@link org.konsil.access.Grants.As#HOME}). Reading is the caller's to audit. */
@Component
public class PatientIdentities {

    private final Contents contents;

    PatientIdentities(Contents contents) {
        this.contents = contents;
    }

    /** Form {@code register-case}'s fields pseudonym, dateOfBirth, familyName, givenName, recordNumber, as far as they are known. */
    @Transactional(readOnly = true)
    public JsonNode of(CaseId caseId) {
        return contents.identity(caseId);
    }
}
