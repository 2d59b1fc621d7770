package org.konsil.worklist;

import java.util.List;
import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.access.StrongerSignIn;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: its form, the case beside it, and what can be done with it. Whatever is refused, the text typed stays on the page. */
@Needs(Right.WORK)
@Controller
class TaskPage {

    /** What the page says after it saved by itself: that it did, and who else is there. */
    record Saved(String said, String besides) {}

    private final WorkItems items;
    private final TaskView view;
    private final Access access;
    private final MessageSource words;

    TaskPage(WorkItems items, TaskView view, Access access, MessageSource words) {
        this.items = items;
        this.view = view;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/tasks/{taskKey}")
    ModelAndView open(@PathVariable long taskKey, Locale reader) {
        var person = access.current();
        var item = items.get(taskKey, person);
        if (!view.isWorkable(item, person)) {
            return view.closed(item, person, reader);
        }
        var opened = items.form(taskKey, person);
        return view.form(opened.item(), opened.form(), opened.form().start(opened.data()), List.of(), person, reader);
    }

    @PostMapping("/tasks/{taskKey}/claim")
    String claim(@PathVariable long taskKey, Locale reader, RedirectAttributes flash) {
        items.claim(taskKey, access.current());
        return done("claimed", "/tasks/" + taskKey, reader, flash);
    }

    @PostMapping("/tasks/{taskKey}/release")
    String release(
            @PathVariable long taskKey,
            @RequestParam(defaultValue = "") String note,
            Locale reader,
            RedirectAttributes flash) {
        items.release(taskKey, note, access.current());
        return done("released", "/work", reader, flash);
    }

    @PostMapping("/tasks/{taskKey}/delegate")
    String delegate(
            @PathVariable long taskKey,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note,
            Locale reader,
            RedirectAttributes flash) {
        items.delegate(taskKey, to, note, access.current());
        return done("delegated", "/work", reader, flash);
    }

    /** Keeps what was typed so far without leaving the page, and says who else has the form open. */
    @PostMapping("/tasks/{taskKey}/draft")
    @ResponseBody
    Saved keep(@PathVariable long taskKey, @RequestParam MultiValueMap<String, String> posted, Locale reader) {
        var person = access.current();
        var typed = view.read(items.get(taskKey, person), posted, person);
        items.saveDraft(taskKey, typed.answers().typed(), person);
        var names = view.besides(typed.item(), person);
        return new Saved(
                words.getMessage("worklist.autosave.saved", null, reader),
                names.isEmpty() ? "" : words.getMessage("worklist.besides", new Object[] {names}, reader));
    }

    /** Who else has the form open now: the part of the page that is asked for anew when somebody comes or goes. */
    @GetMapping("/tasks/{taskKey}/besides")
    ModelAndView besides(@PathVariable long taskKey) {
        var person = access.current();
        var item = items.get(taskKey, person);
        return new ModelAndView("worklist/besides :: besides")
                .addObject("item", item)
                .addObject("besides", view.isWorkable(item, person) ? view.besides(item, person) : "");
    }

    /** Completes, keeps a draft, or only brings the form up to date, as the button says. */
    @PostMapping("/tasks/{taskKey}")
    Object answer(
            @PathVariable long taskKey,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Locale reader,
            RedirectAttributes flash) {
        var person = access.current();
        var typed = view.read(items.get(taskKey, person), posted, person);
        if (typed.answers().isRoundTrip()) {
            return view.form(typed.item(), typed.form(), typed.answers(), List.of(), person, reader);
        }
        try {
            if (posted.containsKey("draft")) {
                items.saveDraft(taskKey, typed.answers().typed(), person);
                return done("draft", "/tasks/" + taskKey, reader, flash);
            }
            items.complete(taskKey, (form, context) -> form.bind(posted, context), version, person, reader);
            return done("completed", "/work", reader, flash);
        } catch (StrongerSignIn needed) {
            keep(typed, person);
            return "redirect:" + needed.askAgain("/tasks/" + taskKey);
        } catch (Refusal refusal) {
            return refused(typed, refusal, person, reader);
        }
    }

    private ModelAndView refused(TaskView.Typed typed, Refusal refusal, Person person, Locale reader) {
        keep(typed, person);
        var now = items.get(typed.item().taskKey(), person);
        var page = view.form(now, typed.form(), typed.answers(), refusal.fields(), person, reader);
        page.setStatus(status(refusal));
        return refusal.fields().isEmpty() ? view.saying(page, refusal) : page;
    }

    /** The text typed is worth more than the reason why it cannot be kept. */
    private void keep(TaskView.Typed typed, Person person) {
        try {
            items.saveDraft(typed.item().taskKey(), typed.answers().typed(), person);
        } catch (Refusal alsoRefused) {
            // it is in other hands, or done: then the page alone keeps the text
        }
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    private String done(String what, String where, Locale reader, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.getMessage("worklist.done." + what, null, reader));
        return "redirect:" + where;
    }
}
