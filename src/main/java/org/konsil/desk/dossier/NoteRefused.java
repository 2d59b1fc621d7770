package org.konsil.desk.dossier;

import java.util.List;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** A note that cannot be pinned, or taken off. */
public final class NoteRefused extends Refusal {

    private static final long serialVersionUID = 1;

    private NoteRefused(Kind kind, String code, String message, List<Field> fields, Object... arguments) {
        super(kind, code, message, fields, arguments);
    }

    static NoteRefused notASide(CaseId caseId) {
        return new NoteRefused(Kind.FORBIDDEN, "note-not-a-side", "Stands on no side of " + caseId, List.of());
    }

    /** @param why in the reader's words */
    static NoteRefused length(String why, int most) {
        return new NoteRefused(
                Kind.INVALID, "note-length", "A note is empty or too long", List.of(new Field("/text", why)), most);
    }

    static NoteRefused tooMany(int most) {
        return new NoteRefused(Kind.CONFLICT, "note-too-many", "There are " + most + " notes already", List.of(), most);
    }

    static NoteRefused unknown() {
        return new NoteRefused(Kind.UNKNOWN, "note-unknown", "No such note for this reader", List.of());
    }
}
