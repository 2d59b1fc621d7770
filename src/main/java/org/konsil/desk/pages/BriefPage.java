package org.konsil.desk.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.access.StrongerSignIn;
import org.konsil.casefile.CaseFiles;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.terminology.Terminology;
import org.konsil.vault.ContentErased;
import org.konsil.web.Problems;
import org.konsil.worklist.OpenedForm;
import org.konsil.worklist.Presence;
import org.konsil.worklist.WorkItem;
import org.konsil.worklist.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An expert's opinion on a phone: the question, what has to be known, and the form, in one column. Whatever is refused, the text typed stays. */
@Needs(Right.WORK)
@Controller
@RequestMapping("/tasks/{taskKey}/brief")
class BriefPage {

    private static final String OPINION = "expert-opinion";

    private final WorkItems items;
    private final Presence presence;
    private final CaseFiles cases;
    private final Terminology terminology;
    private final Access access;
    private final Problems problems;
    private final MessageSource words;

    BriefPage(
            WorkItems items,
            Presence presence,
            CaseFiles cases,
            Terminology terminology,
            Access access,
            Problems problems,
            MessageSource words) {
        this.items = items;
        this.presence = presence;
        this.cases = cases;
        this.terminology = terminology;
        this.access = access;
        this.problems = problems;
        this.words = words;
    }

    /** Other tasks, and those that are in other hands or done, have their usual page. */
    @GetMapping
    ModelAndView open(@PathVariable long taskKey, Locale reader) {
        var person = access.current();
        if (!isMine(items.get(taskKey, person), person)) {
            return new ModelAndView("redirect:/tasks/" + taskKey);
        }
        var opened = items.form(taskKey, person);
        return page(opened, opened.form().start(opened.data()), List.of(), person, reader);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable long taskKey,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Locale reader,
            RedirectAttributes flash) {
        var person = access.current();
        var opened = items.typed(taskKey, person);
        var form = opened.form();
        var answers = form.bind(posted, opened.context());
        if (answers.isRoundTrip()) {
            return page(opened, answers, List.of(), person, reader);
        }
        try {
            if (posted.containsKey("draft")) {
                items.saveDraft(taskKey, answers.typed(), person);
                return done("draft", "/tasks/" + taskKey + "/brief", reader, flash);
            }
            // of what is done or cancelled nothing needs to be mended
            var wrong = opened.item().isOpen() ? form.validate(answers, reader) : List.<Refusal.Field>of();
            if (!wrong.isEmpty()) {
                keep(opened, answers, person);
                return refused(page(opened, answers, wrong, person, reader), null);
            }
            items.complete(taskKey, form.asJson(answers), version, person, reader);
            return done("completed", "/work", reader, flash);
        } catch (StrongerSignIn needed) {
            keep(opened, answers, person);
            return new ModelAndView("redirect:" + needed.askAgain("/tasks/" + taskKey + "/brief"));
        } catch (Refusal refusal) {
            keep(opened, answers, person);
            return refused(page(opened, answers, refusal.fields(), person, reader), refusal);
        }
    }

    private static boolean isMine(WorkItem item, Person person) {
        return item.formId().equals(OPINION)
                && item.isOpen()
                && (item.assignee() == null || item.isFor(person.userId()));
    }

    private ModelAndView page(
            OpenedForm opened, FormAnswers answers, List<Refusal.Field> wrong, Person person, Locale reader) {
        var caseId = opened.item().caseId();
        var page = new ModelAndView("desk/brief");
        page.addObject("here", "work");
        var item = items.get(opened.item().taskKey(), person);
        page.addObject("item", item);
        page.addObject("workable", isMine(item, person));
        page.addObject("besides", besides(item, person));
        page.addObject("pseudonym", cases.summary(caseId).pseudonym());
        page.addObject("digest", digest(caseId, person, reader));
        page.addObject("form", opened.form().view(answers, wrong, reader));
        return page;
    }

    /** The names of those who have the form open too, on this page or the usual one; empty if nobody does. */
    private String besides(WorkItem item, Person person) {
        return presence.at(List.of(item.taskKey())).stream()
                .map(Presence.AtDesk::person)
                .filter(userId -> !userId.equals(person.userId()))
                .sorted()
                .map(userId -> access.person(userId).map(Person::displayName).orElse(userId))
                .collect(Collectors.joining(", "));
    }

    /** Null where it is not for this reader, or erased. */
    private @Nullable Digest digest(CaseId caseId, Person person, Locale reader) {
        if (!access.may(person, caseId, Right.READ_CLINICAL)) {
            return null;
        }
        try {
            return Digest.of(cases.clinical(caseId), terminology, reader);
        } catch (ContentErased e) {
            return null;
        }
    }

    private ModelAndView refused(ModelAndView page, @Nullable Refusal refusal) {
        page.setStatus(
                refusal != null && refusal.kind() == Refusal.Kind.CONFLICT
                        ? HttpStatus.CONFLICT
                        : HttpStatus.UNPROCESSABLE_ENTITY);
        if (refusal != null && refusal.fields().isEmpty()) {
            page.addObject("problem", problems.of(refusal));
        }
        return page;
    }

    /** The text typed is worth more than the reason why it cannot be kept. */
    private void keep(OpenedForm opened, FormAnswers answers, Person person) {
        try {
            items.saveDraft(opened.item().taskKey(), answers.typed(), person);
        } catch (Refusal alsoRefused) {
            // it is in other hands, or done: then the page alone keeps the text
        }
    }

    private ModelAndView done(String what, String where, Locale reader, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.getMessage("worklist.done." + what, null, reader));
        return new ModelAndView("redirect:" + where);
    }
}
