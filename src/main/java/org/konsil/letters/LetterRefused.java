package org.konsil.letters;

import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** A letter that may not be written or released like this. */
public final class LetterRefused extends Refusal {

    private LetterRefused(Kind kind, String code, CaseId caseId, List<Field> fields) {
        super(kind, code, code + ", case " + caseId, fields);
    }

    /** Nobody but the home provider's clinicians. */
    static LetterRefused notTheClinician(CaseId caseId) {
        return new LetterRefused(Kind.FORBIDDEN, "letter-not-yours", caseId, List.of());
    }

    static LetterRefused patientDied(CaseId caseId) {
        return new LetterRefused(Kind.CONFLICT, "letter-patient-died", caseId, List.of());
    }

    static LetterRefused adviceChanged(CaseId caseId) {
        return new LetterRefused(Kind.CONFLICT, "letter-advice-changed", caseId, List.of());
    }

    static LetterRefused nothingWritten(CaseId caseId) {
        return new LetterRefused(Kind.CONFLICT, "letter-none", caseId, List.of());
    }

    static LetterRefused unknown(CaseId caseId) {
        return new LetterRefused(Kind.UNKNOWN, "letter-unknown", caseId, List.of());
    }

    /** @param reason for the field, in the reader's language */
    static LetterRefused notForThem(CaseId caseId, String reason) {
        return new LetterRefused(Kind.INVALID, "letter-not-for-them", caseId, List.of(new Field("/addressee", reason)));
    }

    /** @param reason for the field, in the reader's language */
    static LetterRefused noTemplate(CaseId caseId, String reason) {
        return new LetterRefused(Kind.INVALID, "letter-no-template", caseId, List.of(new Field("/language", reason)));
    }
}
