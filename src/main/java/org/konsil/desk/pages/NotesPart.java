package org.konsil.desk.pages;

import java.time.Instant;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.desk.dossier.Notes;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What the page of a case shows of notes. */
@Component("caseNotes")
class NotesPart {

    /** A note with its author's name. */
    public record Line(String id, String text, String by, Instant at) {}

    private final Notes notes;
    private final Access access;

    NotesPart(Notes notes, Access access) {
        this.notes = notes;
        this.access = access;
    }

    /** Whether the reader stands on a side of the case and so may pin. */
    public boolean mayPin(String caseId) {
        return !notes.sides(access.current(), CaseId.of(caseId)).isEmpty();
    }

    public List<Line> pinned(String caseId) {
        return notes.pinned(CaseId.of(caseId), access.current()).stream()
                .map(note -> new Line(
                        note.id().toString(),
                        note.text(),
                        access.person(note.by()).map(Person::displayName).orElse(note.by()),
                        note.at()))
                .toList();
    }
}
