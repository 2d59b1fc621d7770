package org.konsil.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.DeathConfirmation;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.REPORT)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/death-confirmation")
@Tag(name = "Cases")
class DeathApi {

    private final Dossiers dossiers;
    private final DeathConfirmation confirmation;
    private final CaseAnswers answers;

    DeathApi(Dossiers dossiers, DeathConfirmation confirmation, CaseAnswers answers) {
        this.dossiers = dossiers;
        this.confirmation = confirmation;
        this.answers = answers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Confirm a death that the papers record", description = """
                    For cases with the flag death-needs-confirmation; the fields of the form confirm-death. {"answer":"died",\
                    "dateOfDeath":"2026-03-01"}: the referral ends. {"answer":"family"}: it goes on for the family. {"answer":"alive"}: \
                    the papers were wrong, it goes on. 403: not yours to confirm. 409: nothing is to be confirmed.""")
    CaseNow confirm(@PathVariable CaseId caseId, @RequestBody JsonNode body) {
        var opened = dossiers.open(caseId);
        confirmation.answer(caseId, body, opened.reader());
        return answers.of(dossiers.open(caseId));
    }
}
