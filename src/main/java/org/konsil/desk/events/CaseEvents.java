package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what may happen to a case at any time: first the case changes, in one transaction, then the process is told. */
@Service
public class CaseEvents {

    private final CaseFiles cases;
    private final EventForms forms;
    private final EventEffects effects;
    private final MessageSource messages;

    CaseEvents(CaseFiles cases, EventForms forms, EventEffects effects, MessageSource messages) {
        this.cases = cases;
        this.forms = forms;
        this.effects = effects;
        this.messages = messages;
    }

    /**
     * Whether this person may report the event on the case as it stands.
     *
     * @throws EventRefused with the reason and what to do instead
     */
    @Transactional(readOnly = true)
    public void require(CaseId caseId, CaseEvent event, Person by) {
        var about = cases.summary(caseId);
        if (!Reporters.may(by, event, about)) {
            throw EventRefused.notYours(event);
        }
        if (event == CaseEvent.RE_OPEN || event == CaseEvent.TRANSFER) {
            throw notNow(event, event == CaseEvent.TRANSFER && about.state() == CaseState.TRIAGE ? "triage" : "never");
        }
        if (about.state().isOver()) {
            throw notNow(event, "closed");
        }
        if (event == CaseEvent.CONFLICT_FOUND && forms.experts(caseId).isEmpty()) {
            throw notNow(event, "no-panel");
        }
    }

    /** Whether {@link #require} would let it pass. */
    @Transactional(readOnly = true)
    public boolean isPossible(CaseId caseId, CaseEvent event, Person by) {
        try {
            require(caseId, event, by);
            return true;
        } catch (EventRefused e) {
            return false;
        }
    }

    /**
     * Takes the event.
     *
     * @param sent answers to the event's form, as JSON
     * @return the case as it stands then; the process follows within moments
     * @throws EventRefused if it cannot be
     */
    @Transactional
    public CaseSummary report(CaseId caseId, CaseEvent event, JsonNode sent, Person by) {
        require(caseId, event, by);
        var answers = forms.accept(event, caseId, sent, LocaleContextHolder.getLocale());
        var about = cases.summary(caseId);
        if (event == CaseEvent.URGENCY_CHANGED
                && about.urgency().code().equals(answers.path("urgency").asText())) {
            throw notNow(event, "same");
        }
        forms.keep(event, caseId, answers, by.actor());
        effects.follow(event, about, answers, by.actor());
        return cases.summary(caseId);
    }

    EventRefused notNow(CaseEvent event, String reason) {
        var key = "desk.event." + event.code() + "." + reason;
        var locale = LocaleContextHolder.getLocale();
        return EventRefused.notNow(
                event, messages.getMessage(key + ".why", null, locale), messages.getMessage(key + ".do", null, locale));
    }
}
