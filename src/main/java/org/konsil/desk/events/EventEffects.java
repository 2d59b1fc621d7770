package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Pending;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Urgency;
import org.konsil.panel.Replacements;
import org.konsil.process.Outbox;
import org.konsil.referral.NewRounds;
import org.konsil.worklist.Recall;
import org.konsil.worklist.Replanning;
import org.springframework.stereotype.Component;

/** What an event does to the case at once, and what the process is told. */
@Component
class EventEffects {

    private final CaseFiles cases;
    private final CaseRounds pending;
    private final Consents consents;
    private final Replacements replacements;
    private final Conflicts conflicts;
    private final Moves moves;
    private final OtherCase others;
    private final NewRounds rounds;
    private final Audit audit;
    private final Replanning work;
    private final Recall recall;
    private final Outbox outbox;

    EventEffects(
            CaseFiles cases,
            CaseRounds pending,
            Consents consents,
            Replacements replacements,
            Conflicts conflicts,
            Moves moves,
            OtherCase others,
            NewRounds rounds,
            Audit audit,
            Replanning work,
            Recall recall,
            Outbox outbox) {
        this.cases = cases;
        this.pending = pending;
        this.consents = consents;
        this.replacements = replacements;
        this.conflicts = conflicts;
        this.moves = moves;
        this.others = others;
        this.rounds = rounds;
        this.audit = audit;
        this.work = work;
        this.recall = recall;
        this.outbox = outbox;
    }

    /** @return why it cannot be after all; empty where it has been done */
    Optional<String> follow(CaseEvent event, CaseSummary about, JsonNode answers, Person person) {
        var caseId = about.caseId();
        var by = person.actor();
        switch (event) {
            case CONSENT_WITHDRAWN -> withdrawn(about, answers, by);
            case PATIENT_DIED -> {
                audit.record(Entry.done(by, "patient-died", caseId));
                end(caseId, Pending.DECEASED, "patient-died");
            }
            case URGENCY_CHANGED -> {
                var urgency = Urgency.of(answers.path("urgency").asText());
                cases.reconsider(caseId, urgency, by);
                work.replan(caseId, by);
                outbox.publish(caseId, "urgency-changed", caseId.toString(), Map.of("newUrgency", urgency.code()));
            }
            case CONFLICT_FOUND -> conflicts.found(about, answers.path("expert").asText(), by);
            case EXPERT_UNAVAILABLE -> dropOut(caseId, answers.path("expert").asText(), person);
            case TRANSFER -> {
                return moves.move(about, answers, person);
            }
            case DUPLICATE -> {
                return duplicate(about, answers, person);
            }
            case RE_OPEN -> rounds.reopen(caseId, by);
        }
        return Optional.empty();
    }

    private void dropOut(CaseId caseId, String expert, Person person) {
        if (Reporters.isExpertOnly(person) && !expert.equals(person.userId())) {
            throw EventRefused.notYours(CaseEvent.EXPERT_UNAVAILABLE);
        }
        replacements.dropOut(caseId, expert, person.actor());
        recall.fromPerson(caseId, expert, person.actor());
    }

    private Optional<String> duplicate(CaseSummary about, JsonNode answers, Person person) {
        var isMerger = answers.path("how").asText().equals("merge");
        if (isMerger && !Reporters.isHome(person, about)) {
            throw EventRefused.notYours(CaseEvent.DUPLICATE);
        }
        var obstacle = others.link(about, answers, person);
        if (obstacle.isEmpty() && isMerger) {
            recall.ofReferral(about.caseId(), person.actor());
            end(about.caseId(), Pending.DUPLICATE, "duplicate-found");
        }
        return obstacle;
    }

    /**
     * Where care is withdrawn, outsiders lose their access and their work in this transaction, engine or no engine. Before delivery the referral
     * ends, unless it is about to anyway; after it the home provider's own aftercare goes on. Registry and research end only what they
     * name.
     */
    private void withdrawn(CaseSummary about, JsonNode answers, Actor by) {
        var endsCare = false;
        for (var code : answers.path("scopes")) {
            var scope = Scope.of(code.asText());
            consents.withdraw(about.caseId(), scope, by);
            endsCare = endsCare || scope.isCare();
        }
        if (endsCare) {
            recall.fromNetwork(about.caseId(), by);
        }
        var isEnding = pending.pending(about.caseId()).filter(Pending::isEnding).isPresent();
        if (endsCare && !isEnding && about.state().compareTo(CaseState.DELIVERED) < 0) {
            end(about.caseId(), Pending.WITHDRAWN, "consent-withdrawn");
        }
    }

    /** The process ends the case; until it has, nothing else can happen to it. */
    private void end(CaseId caseId, Pending ending, String message) {
        pending.await(caseId, ending);
        outbox.publish(caseId, message, caseId.toString(), Map.of());
    }
}
