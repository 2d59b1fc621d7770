package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.desk.dossier.Flags;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the home clinician about a death that came with the papers: it ends a case only after a person has confirmed it. */
@Service
public class DeathConfirmation {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final Flags flags;
    private final Forms forms;
    private final Audit audit;

    DeathConfirmation(CaseFiles cases, CaseEvents events, Flags flags, Forms forms, Audit audit) {
        this.cases = cases;
        this.events = events;
        this.flags = flags;
        this.forms = forms;
        this.audit = audit;
    }

    public Form form() {
        return forms.named(Flags.DEATH_FORM);
    }

    /** @throws EventRefused if nothing is to be confirmed, or not by this person */
    public void require(CaseId caseId, Person by) {
        events.require(caseId, CaseEvent.PATIENT_DIED, by);
        if (!flags.of(cases.summary(caseId)).has(Flags.DEATH)) {
            throw events.notNow(CaseEvent.PATIENT_DIED, "confirmed");
        }
    }

    /** Takes the answer: the referral ends, goes on for the family, or goes on because the papers were wrong. */
    @Transactional
    public void answer(CaseId caseId, JsonNode sent, Person by) {
        require(caseId, by);
        var answers = form().accept(
                        form().read(sent, JsonNodeFactory.instance.objectNode()), LocaleContextHolder.getLocale());
        var answer = answers.path("answer").asText();
        cases.keep(caseId, EventForms.number(), Flags.DEATH_FORM, answers, Controller.HOME, by.actor());
        audit.record(Entry.done(by.actor(), "death-confirmed", caseId).with("answer", answer));
        if (answer.equals("died")) {
            var death = JsonNodeFactory.instance.objectNode();
            death.set("dateOfDeath", answers.path("dateOfDeath"));
            events.report(caseId, CaseEvent.PATIENT_DIED, death, by);
        }
    }
}
