package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.konsil.desk.dossier.Opened;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** A form on a page of its own about a case: shown, sent, and shown again with what is wrong in it. */
@Component
class CaseForm {

    private final Names names;

    CaseForm(Names names) {
        this.names = names;
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
        return new ModelAndView("redirect:" + deed.apply(form.asJson(answers)));
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
