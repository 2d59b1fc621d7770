package org.konsil.letters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The letters of a case, for programs of the home provider. */
@Needs(Right.READ_AFTERCARE)
@RestController
@Tag(name = "Letters", description = "The letters to the patient, version by version.")
class LettersApi {

    /** The versions of a case's letter, the newest first. */
    record Versions(List<Version> items) {}

    record Version(
            int number,
            String state,
            String language,
            String addressee,
            boolean interpreter,
            int templateVersion,
            int outcomeVersion,
            String writtenBy,
            Instant writtenAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt,
            String text) {}

    private final Letters letters;
    private final Access access;
    private final Audit audit;

    LettersApi(Letters letters, Access access, Audit audit) {
        this.letters = letters;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/api/v1/cases/{caseId}/letters")
    @Operation(
            summary = "The letters to the patient",
            description = "The newest first; the document is under /letters/{number}.pdf.")
    Versions versions(@PathVariable CaseId caseId) {
        audit.recordApart(Entry.done(access.current().actor(), "letter-read", caseId));
        return new Versions(letters.of(caseId).stream().map(this::version).toList());
    }

    private Version version(Letter letter) {
        return new Version(
                letter.number(),
                letter.state().name().toLowerCase(Locale.ROOT),
                letter.language(),
                letter.addressee().code(),
                letter.interpreter(),
                letter.templateVersion(),
                letter.outcomeVersion(),
                letter.writtenBy(),
                letter.writtenAt(),
                letter.releasedBy(),
                letter.releasedAt(),
                letters.words(letter));
    }
}
