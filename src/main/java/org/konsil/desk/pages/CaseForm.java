package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.konsil.desk.dossier.Opened;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.Refusal;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** A form on a page of its own about a case: shown, sent, and shown again with what is wrong in it. Whatever is refused, the text typed stays. */
@Component
class CaseForm {

    private final Names names;
    private final Problems problems;
    private final Marks marks;
    private final HttpServletRequest request;

    CaseForm(Names names, Problems problems, Marks marks, HttpServletRequest request) {
        this.names = names;
        this.problems = problems;
        this.marks = marks;
        this.request = request;
    }

    ModelAndView open(Opened opened, String event, Form form, JsonNode start, Locale locale) {
        return page(opened, event, form, form.start(start), List.of(), HttpStatus.OK, locale);
    }

    /**
     * @param deed takes the answers when nothing is wrong with them, and says where to go on
     * @return the page once more, as long as something is to be changed in it
     */
    ModelAndView send(
            Opened opened,
            String event,
            Form form,
            JsonNode context,
            MultiValueMap<String, String> posted,
            Locale locale,
            Function<JsonNode, String> deed) {
        var answers = form.bind(posted, context);
        var wrong = answers.isRoundTrip() ? List.<Refusal.Field>of() : form.validate(answers, locale);
        if (answers.isRoundTrip() || !wrong.isEmpty()) {
            var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(opened, event, form, answers, wrong, status, locale);
        }
        try {
            return new ModelAndView("redirect:" + deed.apply(form.asJson(answers)));
        } catch (Refusal refusal) {
            return refused(opened, event, form, answers, refusal, locale);
        }
    }

    /** What was typed before it could no longer be taken. @throws Refusal to whoever was never to send it */
    ModelAndView late(
            Opened opened,
            String event,
            Form form,
            JsonNode context,
            MultiValueMap<String, String> posted,
            Refusal refusal,
            Locale locale) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        return refused(opened, event, form, form.bind(posted, context), refusal, locale);
    }

    /** The page once more, with what was typed and why it is not taken. */
    private ModelAndView refused(
            Opened opened, String event, Form form, FormAnswers answers, Refusal refusal, Locale locale) {
        var problem = problems.of(refusal);
        marks.refused(request, problem);
        var status = HttpStatus.valueOf(problem.status());
        var page = page(opened, event, form, answers, refusal.fields(), status, locale);
        // fields that are wrong say so themselves
        return refusal.fields().isEmpty() ? page.addObject("problem", problem) : page;
    }

    private ModelAndView page(
            Opened opened,
            String event,
            Form form,
            FormAnswers answers,
            List<Refusal.Field> wrong,
            HttpStatus status,
            Locale locale) {
        var page = new ModelAndView("desk/event");
        page.setStatus(status);
        page.addObject("here", "cases");
        page.addObject("about", CaseRow.of(opened.about(), names, locale));
        page.addObject("event", event);
        page.addObject("form", form.view(answers, wrong, locale));
        return page;
    }
}
