package org.konsil.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.NotForYou;
import org.konsil.access.Person;
import org.konsil.access.UnknownCase;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what a panel member writes on the panel's page. Whatever is refused, the text typed stays. */
@Needs(Right.DISCUSS)
@Controller
@RequestMapping("/cases/{caseId}/discussion")
class DiscussionPost {

    /** What the page sends: a new message, or a new wording of {@code message}. */
    record Typed(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable UUID replyTo,
            @Nullable String quote,
            @Nullable List<String> mentions,
            @Nullable Boolean question,
            @Nullable UUID message) {

        String words() {
            return text == null ? "" : text.strip();
        }
    }

    private final Discussion discussion;
    private final Unsent unsent;
    private final Latecomers latecomers;
    private final Access access;
    private final MessageSource words;

    DiscussionPost(Discussion discussion, Unsent unsent, Latecomers latecomers, Access access, MessageSource words) {
        this.discussion = discussion;
        this.unsent = unsent;
        this.latecomers = latecomers;
        this.access = access;
        this.words = words;
    }

    @PostMapping
    ModelAndView write(
            @PathVariable CaseId caseId,
            Typed typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean looked,
            HttpServletRequest request,
            RedirectAttributes redirect)
            throws IOException {
        var person = access.current();
        if (file != null && !file.isEmpty() && !looked) {
            redirect.addFlashAttribute("wrong", say("panel.file.look-first"));
            redirect.addFlashAttribute("typed", typed);
        } else if (!typed.words().isBlank()) {
            var files = files(file);
            try {
                keep(caseId, typed, files, person);
            } catch (Refusal refusal) {
                return unsent.page(caseId, new Unsent.Words("", typed, null, !files.isEmpty()), refusal, request);
            }
        }
        return new ModelAndView("redirect:/cases/" + caseId + "/panel#discussion");
    }

    @PostMapping("/{message}/side-notes")
    ModelAndView translate(
            @PathVariable CaseId caseId,
            @PathVariable UUID message,
            @RequestParam UUID id,
            @RequestParam String language,
            @RequestParam String text,
            HttpServletRequest request) {
        if (!text.isBlank() && Languages.isOne(language)) {
            try {
                discussion.translate(caseId, message, id, language, text.strip(), access.current());
            } catch (Refusal refusal) {
                var typed = new Typed(id, text, null, null, null, null, null);
                var said = new Unsent.Words("/" + message + "/side-notes", typed, language, false);
                return unsent.page(caseId, said, refusal, request);
            }
        }
        return new ModelAndView("redirect:/cases/" + caseId + "/panel#message-" + message);
    }

    @PostMapping("/{message}/question")
    String ask(
            @PathVariable CaseId caseId,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "true") boolean isQuestion) {
        discussion.ask(caseId, message, isQuestion, access.current());
        return "redirect:/cases/" + caseId + "/panel#message-" + message;
    }

    /** Whoever has left the panel while they wrote is stopped at the door; what they typed is shown to them all the same. */
    @ExceptionHandler({UnknownCase.class, NotForYou.class})
    ModelAndView late(Refusal refusal, HttpServletRequest request) {
        var caseId = Latecomers.caseOf(request);
        var told = latecomers.told(caseId, access.current(), refusal);
        if (told == refusal) {
            return unsent.refused(refusal, request);
        }
        var typed = new Typed(null, request.getParameter("text"), null, null, null, null, null);
        return unsent.page(caseId, new Unsent.Words("", typed, null, false), told, request);
    }

    private void keep(CaseId caseId, Typed typed, List<MessageFile> files, Person person) {
        var revised = typed.message();
        if (revised != null) {
            discussion.revise(caseId, revised, typed.words(), person);
            return;
        }
        var mentions = typed.mentions();
        var quote = typed.quote();
        discussion.write(
                caseId,
                new NewMessage(
                        typed.id(),
                        typed.words(),
                        typed.replyTo(),
                        quote == null ? "" : quote.strip(),
                        mentions == null ? List.of() : mentions,
                        Boolean.TRUE.equals(typed.question()),
                        files),
                person);
    }

    private static List<MessageFile> files(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return List.of();
        }
        var name = file.getOriginalFilename();
        return List.of(new MessageFile(name == null ? "" : name, file.getBytes()));
    }

    private String say(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
