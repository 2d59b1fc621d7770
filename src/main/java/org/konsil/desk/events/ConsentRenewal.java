package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.ConsentPrefill;
import org.konsil.consent.Consents;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records a consent anew whenever the patient says so, also when no step of the process asks for it. */
@Service
public class ConsentRenewal {

    private static final String FORM = "record-consent";

    private final Consents consents;
    private final ConsentPrefill prefill;
    private final CaseFiles cases;
    private final Forms forms;

    ConsentRenewal(Consents consents, ConsentPrefill prefill, CaseFiles cases, Forms forms) {
        this.consents = consents;
        this.prefill = prefill;
        this.cases = cases;
        this.forms = forms;
    }

    public Form form() {
        return forms.named(FORM);
    }

    /** What was recorded last, and whom the form may name. */
    public ObjectNode context(CaseId caseId) {
        return prefill.of(caseId);
    }

    /** Takes the form's answers as the next version. */
    @Transactional
    public void answer(CaseId caseId, JsonNode sent, Person by) {
        var answers = form().accept(form().read(sent, context(caseId)), LocaleContextHolder.getLocale());
        cases.keep(caseId, EventForms.number(), FORM, answers, Controller.HOME, by.actor());
        consents.record(caseId, answers, by.actor());
    }
}
