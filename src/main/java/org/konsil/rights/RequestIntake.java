package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Rectifications;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a patient asks for, as the home clinician or the data protection officer writes it down. */
@Component
class RequestIntake {

    static final String FORM = "data-subject-request";

    private final Forms forms;
    private final RightsRequests requests;
    private final RequestRows rows;
    private final Controllers controllers;
    private final CaseFiles cases;
    private final Consents consents;
    private final CaseEvents events;
    private final Rectifications rectifications;

    RequestIntake(
            Forms forms,
            RightsRequests requests,
            RequestRows rows,
            Controllers controllers,
            CaseFiles cases,
            Consents consents,
            CaseEvents events,
            Rectifications rectifications) {
        this.forms = forms;
        this.requests = requests;
        this.rows = rows;
        this.controllers = controllers;
        this.cases = cases;
        this.consents = consents;
        this.events = events;
        this.rectifications = rectifications;
    }

    Form form() {
        return forms.named(FORM);
    }

    /** @throws org.konsil.forms.AnswersRefused naming each wrong field */
    @Transactional
    public Request register(CaseId caseId, JsonNode sent, Person by, Locale reader) {
        var nothing = JsonNodeFactory.instance.objectNode();
        var answers = form().accept(form().read(sent, nothing), reader);
        var kind = Kind.asked(answers.path("kind").asText()).orElseThrow();
        var received = LocalDate.parse(answers.path("receivedOn").asText());
        var about = cases.summary(caseId);
        if (kind == Kind.RECTIFICATION) {
            rectifications.check(
                    answers.path("field").asText(),
                    answers.path("correctedValue").asText());
        }
        var request = requests.open(caseId, kind, concerned(about, kind), received, answers, by.actor());
        if (kind == Kind.WITHDRAWAL) {
            withdraw(about, answers, by);
        }
        return rows.get(request, caseId);
    }

    /** A correction and a restriction are the home provider's to decide; whoever received the data is told of them afterwards. */
    private List<Controller> concerned(CaseSummary about, Kind kind) {
        return switch (kind) {
            case RECTIFICATION, RESTRICTION -> List.of(Controller.HOME);
            case WITHDRAWAL -> List.of();
            default -> controllers.concerned(about);
        };
    }

    /** Takes effect in this transaction; what becomes of the copies is asked afterwards. */
    private void withdraw(CaseSummary about, ObjectNode answers, Person by) {
        if (about.state().isOver()) {
            answers.path("scopes")
                    .forEach(scope -> consents.withdraw(about.caseId(), Scope.of(scope.asText()), by.actor()));
            return;
        }
        var said = JsonNodeFactory.instance.objectNode();
        said.set("scopes", answers.path("scopes"));
        said.set("withdrawnOn", answers.path("receivedOn"));
        said.set("channel", answers.path("channel"));
        said.put("effectsExplained", true);
        events.report(about.caseId(), CaseEvent.CONSENT_WITHDRAWN, said, by);
    }
}
