package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.desk.dossier.Note;
import org.konsil.desk.dossier.Notes;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pinned notes, for programs. */
@Needs(Right.READ_CLINICAL)
@RestController
@Tag(name = "Notes", description = "Notes pinned to a case, for those on the same side of it.")
class NotesApi {

    /** What is pinned. */
    record Pinned(List<Line> items) {}

    /** One note. */
    record Line(UUID id, String text, String by, Instant at) {}

    /** A note to pin; 1 to 2000 characters. */
    record NewNote(@Nullable String text) {}

    private final Notes notes;
    private final Access access;
    private final Audit audit;

    NotesApi(Notes notes, Access access, Audit audit) {
        this.notes = notes;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/api/v1/cases/{caseId}/notes")
    @Operation(
            summary = "The notes pinned for one's own side",
            description = "Oldest first. The reading stands in the history.")
    Pinned list(@PathVariable CaseId caseId) {
        var reader = access.current();
        audit.recordApart(Entry.done(reader.actor(), "notes-read", caseId));
        return new Pinned(
                notes.pinned(caseId, reader).stream().map(NotesApi::line).toList());
    }

    @PostMapping("/api/v1/cases/{caseId}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Pin a note for one's own side",
            description = "The same note by the same author twice is once.")
    Pinned pin(@PathVariable CaseId caseId, @RequestBody NewNote note) {
        var author = access.current();
        var text = note.text();
        notes.pin(caseId, text == null ? "" : text, author);
        return new Pinned(
                notes.pinned(caseId, author).stream().map(NotesApi::line).toList());
    }

    private static Line line(Note note) {
        return new Line(note.id(), note.text(), note.by(), note.at());
    }
}
