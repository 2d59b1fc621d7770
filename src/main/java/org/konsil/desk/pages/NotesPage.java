package org.konsil.desk.pages;

import java.util.Locale;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.desk.dossier.NoteRefused;
import org.konsil.desk.dossier.Notes;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pinning notes to a case and taking them off. What cannot be pinned is shown again, so that nothing typed is lost. */
@Needs(Right.READ_CLINICAL)
@Controller
class NotesPage {

    private final Notes notes;
    private final Access access;
    private final MessageSource words;

    NotesPage(Notes notes, Access access, MessageSource words) {
        this.notes = notes;
        this.access = access;
        this.words = words;
    }

    @PostMapping("/cases/{caseId}/notes")
    Object pin(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            notes.pin(caseId, text, access.current());
        } catch (NoteRefused refused) {
            if (refused.kind() != Refusal.Kind.INVALID && refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return again(caseId, text, refused, locale);
        }
        return back(caseId, "desk.notes.pinned", locale, redirect);
    }

    @PostMapping("/cases/{caseId}/notes/{noteId}/unpin")
    String unpin(@PathVariable CaseId caseId, @PathVariable UUID noteId, Locale locale, RedirectAttributes redirect) {
        notes.unpin(caseId, noteId, access.current());
        return back(caseId, "desk.notes.unpinned", locale, redirect);
    }

    private ModelAndView again(CaseId caseId, String text, NoteRefused refused, Locale locale) {
        var page = new ModelAndView("desk/note");
        page.setStatus(refused.kind() == Refusal.Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
        return page.addObject("here", "cases")
                .addObject("caseId", caseId.toString())
                .addObject("text", text)
                .addObject(
                        "wrong",
                        words.getMessage(
                                "refusal." + refused.code() + ".why",
                                refused.arguments().toArray(),
                                locale));
    }

    private String back(CaseId caseId, String done, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.getMessage(done, null, locale));
        return "redirect:/cases/" + caseId;
    }
}
