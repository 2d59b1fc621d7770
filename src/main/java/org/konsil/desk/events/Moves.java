package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.konsil.access.Person;
import org.konsil.casefile.CaseSummary;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.CaseState;
import org.konsil.referral.NewRounds;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** Moves a case to another network or to another hospital, or says why not. */
@Component
class Moves {

    private final NewRounds rounds;
    private final Consents consents;
    private final CopiesKept copies;

    Moves(NewRounds rounds, Consents consents, CopiesKept copies) {
        this.rounds = rounds;
        this.consents = consents;
        this.copies = copies;
    }

    /** @throws EventRefused if the person may not move it there */
    Optional<String> move(CaseSummary about, JsonNode answers, Person by) {
        return answers.path("target").asText().equals("provider")
                ? toProvider(about, answers, by)
                : toNetwork(about, by);
    }

    private Optional<String> toNetwork(CaseSummary about, Person by) {
        if (!copies.isKept(about.caseId(), Controller.NETWORK)) {
            return Optional.of("copy-erased");
        }
        if (about.network() == null || about.state().compareTo(CaseState.TRIAGE) < 0) {
            return Optional.of("not-routed");
        }
        if (about.state().compareTo(CaseState.DELIVERED) > 0) {
            return Optional.of("aftercare");
        }
        if (!Scope.CARE.stream().allMatch(scope -> consents.holds(about.caseId(), scope))) {
            return Optional.of("withdrawn");
        }
        rounds.toAnotherNetwork(about.caseId(), by.actor());
        return Optional.empty();
    }

    private Optional<String> toProvider(CaseSummary about, JsonNode answers, Person by) {
        if (!Reporters.isHome(by, about)) {
            throw EventRefused.notYours(CaseEvent.TRANSFER);
        }
        if (!answers.path("patientAgrees").asText().equals("yes")) {
            return Optional.of("not-agreed");
        }
        rounds.toAnotherProvider(about.caseId(), answers.path("toProvider").asText(), by.actor());
        return Optional.empty();
    }
}
