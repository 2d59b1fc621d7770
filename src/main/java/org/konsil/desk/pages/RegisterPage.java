package org.konsil.desk.pages;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.casefile.NotAHomeClinician;
import org.konsil.casefile.Registration;
import org.konsil.desk.intake.RequestKey;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.forms.Forms;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a case from the form; whatever is refused, what was typed stays. */
@Needs(Right.REGISTER)
@Controller
@RequestMapping("/cases/new")
class RegisterPage {

    private final Forms forms;
    private final Registration registration;
    private final Access access;
    private final MessageSource messages;

    RegisterPage(Forms forms, Registration registration, Access access, MessageSource messages) {
        this.forms = forms;
        this.registration = registration;
        this.access = access;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView open(Locale locale) {
        var choices = registration.choices(access.current());
        return page(form().start(choices), List.of(), newKey(), HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("request-key") String key,
            Locale locale,
            RedirectAttributes redirect) {
        var reader = access.current();
        var answers = form().bind(posted, registration.choices(reader));
        if (answers.isRoundTrip()) {
            return page(answers, List.of(), key, HttpStatus.OK, locale);
        }
        var wrong = form().validate(answers, locale);
        if (!wrong.isEmpty()) {
            return page(answers, wrong, key, HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
        try {
            var caseId = registration.register(form().asJson(answers), reader, RequestKey.checked(key));
            redirect.addFlashAttribute("done", messages.getMessage("desk.register.done", null, locale));
            return new ModelAndView("redirect:/cases/" + caseId);
        } catch (NotAHomeClinician refusal) {
            throw refusal;
        } catch (Refusal refusal) {
            return page(answers, slips(refusal, locale), newKey(), HttpStatus.UNPROCESSABLE_ENTITY, locale);
        }
    }

    private List<Refusal.Field> slips(Refusal refusal, Locale locale) {
        return refusal.fields().isEmpty()
                ? List.of(new Refusal.Field(
                        "",
                        messages.getMessage(
                                "refusal." + refusal.code() + ".why",
                                refusal.arguments().toArray(),
                                locale)))
                : refusal.fields();
    }

    private ModelAndView page(
            FormAnswers answers, List<Refusal.Field> wrong, String key, HttpStatus status, Locale locale) {
        var page = new ModelAndView("desk/register");
        page.setStatus(status);
        page.addObject("here", "register");
        page.addObject("form", form().view(answers, wrong, locale));
        page.addObject("requestKey", key);
        return page;
    }

    private Form form() {
        return forms.named("register-case");
    }

    private static String newKey() {
        return "page-" + UUID.randomUUID();
    }
}
