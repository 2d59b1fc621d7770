package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
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
    private final Possible possible;
    private final CaseRounds rounds;
    private final MessageSource messages;

    CaseEvents(
            CaseFiles cases,
            EventForms forms,
            EventEffects effects,
            Possible possible,
            CaseRounds rounds,
            MessageSource messages) {
        this.cases = cases;
        this.forms = forms;
        this.effects = effects;
        this.possible = possible;
        this.rounds = rounds;
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
        possible.obstacle(event, about, by).ifPresent(reason -> {
            throw notNow(event, reason);
        });
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
        rounds.hold(concerned(caseId, event, sent));
        require(caseId, event, by);
        if (possible.isOnNobodyThere(event, caseId, sent.path("expert").asText())) {
            throw notNow(event, "gone");
        }
        var answers = forms.accept(event, caseId, sent, LocaleContextHolder.getLocale());
        var about = cases.summary(caseId);
        if (event == CaseEvent.URGENCY_CHANGED
                && about.urgency().code().equals(answers.path("urgency").asText())) {
            throw notNow(event, "same");
        }
        forms.keep(event, caseId, answers, by.actor());
        effects.follow(event, about, answers, by).ifPresent(reason -> {
            throw notNow(event, reason);
        });
        return cases.summary(caseId);
    }

    /** Two cases that are said to be the same are held in one order, whichever of them it is said of. */
    private static Set<CaseId> concerned(CaseId caseId, CaseEvent event, JsonNode sent) {
        var other = event == CaseEvent.DUPLICATE ? OtherCase.named(sent) : Optional.<CaseId>empty();
        return Stream.concat(Stream.of(caseId), other.stream()).collect(Collectors.toSet());
    }

    EventRefused notNow(CaseEvent event, String reason) {
        return EventRefused.notNow(event, word(event, reason, "why"), word(event, reason, "do"));
    }

    /** What is said of the event itself, else what is said of all events. */
    private String word(CaseEvent event, String reason, String what) {
        var locale = LocaleContextHolder.getLocale();
        var general = messages.getMessage("desk.event." + reason + "." + what, null, "", locale);
        return String.valueOf(
                messages.getMessage("desk.event." + event.code() + "." + reason + "." + what, null, general, locale));
    }
}
