package org.konsil.letters;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Handover;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The letters of a case, to be read on the page or printed. */
@Needs(Right.READ_AFTERCARE)
@Controller
class LetterPages {

    /** @param language the letter's language by its name in the reader's language */
    record Shown(Letter letter, LetterText text, String language) {}

    private final Letters letters;
    private final LetterRows rows;
    private final CaseFiles cases;
    private final Handover handover;
    private final Access access;
    private final Audit audit;

    LetterPages(Letters letters, LetterRows rows, CaseFiles cases, Handover handover, Access access, Audit audit) {
        this.letters = letters;
        this.rows = rows;
        this.cases = cases;
        this.handover = handover;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/letters")
    String show(@PathVariable CaseId caseId, Model page, Locale reader) {
        var all = letters.of(caseId);
        audit.recordApart(Entry.done(access.current().actor(), "letter-read", caseId));
        page.addAttribute("here", "cases");
        page.addAttribute("caseId", caseId);
        page.addAttribute("pseudonym", cases.summary(caseId).pseudonym());
        page.addAttribute(
                "letters",
                all.stream()
                        .map(letter -> new Shown(
                                letter,
                                rows.text(letter),
                                Locale.forLanguageTag(letter.language()).getDisplayLanguage(reader)))
                        .toList());
        page.addAttribute(
                "people",
                all.stream()
                        .flatMap(letter -> Stream.of(letter.writtenBy(), letter.releasedBy()))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                id -> access.person(id).map(Person::displayName).orElse(id))));
        return "letters/page";
    }

    @GetMapping({"/cases/{caseId}/letters/{number}.pdf", "/api/v1/cases/{caseId}/letters/{number}.pdf"})
    ResponseEntity<Resource> pdf(@PathVariable CaseId caseId, @PathVariable int number) {
        var letter = letters.of(caseId).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> LetterRefused.unknown(caseId));
        audit.recordApart(
                Entry.done(access.current().actor(), "letter-read", caseId).on("letter:" + letter.id()));
        var disposition = ContentDisposition.inline()
                .filename("letter-" + number + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(handover.of(letters.pdf(letter), caseId, Right.READ_AFTERCARE));
    }
}
