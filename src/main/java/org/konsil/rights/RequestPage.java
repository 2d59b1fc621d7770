package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import org.konsil.forms.FormAnswers;
import org.konsil.kernel.CaseId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down what a patient asks for. */
@Controller
@RequestMapping("/cases/{caseId}/rights/new")
@Needs(Right.READ_REQUESTS)
class RequestPage {

    private final RightsDesk desk;
    private final RequestIntake registration;
    private final MessageSource words;

    RequestPage(RightsDesk desk, RequestIntake registration, MessageSource words) {
        this.desk = desk;
        this.registration = registration;
        this.words = words;
    }

    @GetMapping
    ModelAndView open(@PathVariable CaseId caseId, Locale reader) {
        var seat = desk.openAtHome(caseId);
        var nothing = JsonNodeFactory.instance.objectNode();
        return page(seat, registration.form().start(nothing), List.of(), HttpStatus.OK, reader);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable CaseId caseId,
            @RequestParam MultiValueMap<String, String> posted,
            Locale reader,
            RedirectAttributes redirect) {
        var seat = desk.openAtHome(caseId);
        var form = registration.form();
        var answers = form.bind(posted, JsonNodeFactory.instance.objectNode());
        var wrong = answers.isRoundTrip() ? List.<Refusal.Field>of() : form.validate(answers, reader);
        if (answers.isRoundTrip() || !wrong.isEmpty()) {
            var status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
            return page(seat, answers, wrong, status, reader);
        }
        var asked = form.asJson(answers);
        try {
            registration.register(caseId, asked, seat.reader(), reader);
        } catch (Refusal refusal) {
            if (refusal.fields().isEmpty()) {
                throw refusal;
            }
            return page(seat, answers, refusal.fields(), HttpStatus.UNPROCESSABLE_ENTITY, reader);
        }
        redirect.addFlashAttribute("done", words.getMessage(done(asked), null, reader));
        return new ModelAndView("redirect:/cases/" + caseId + "/rights");
    }

    private static String done(JsonNode asked) {
        return asked.path("kind").asText().equals(Kind.WITHDRAWAL.code())
                ? "rights.request.withdrawn"
                : "rights.request.registered";
    }

    private ModelAndView page(
            RightsDesk.Seat seat, FormAnswers answers, List<Refusal.Field> wrong, HttpStatus status, Locale reader) {
        var page = new ModelAndView("rights/request");
        page.setStatus(status);
        page.addObject("here", "cases");
        page.addObject("about", seat.about());
        page.addObject("form", registration.form().view(answers, wrong, reader));
        return page;
    }
}
