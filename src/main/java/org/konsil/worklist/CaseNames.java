package org.konsil.worklist;

import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** What a case that a list is narrowed to is called, for those who may know of it. */
@Component
class CaseNames {

    private final CaseFiles cases;
    private final Access access;

    CaseNames(CaseFiles cases, Access access) {
        this.cases = cases;
        this.access = access;
    }

    /** Its pseudonym; the text itself where it names no case that the reader may know of. */
    String of(String text, Person reader) {
        try {
            var caseId = new CaseId(UUID.fromString(text));
            return access.may(reader, caseId, Right.KNOW)
                    ? cases.summary(caseId).pseudonym()
                    : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
