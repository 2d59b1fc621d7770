package org.konsil.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.ConsentRenewal;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.RECORD_CONSENT)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/consents")
@Tag(name = "Cases")
class ConsentApi {

    private final Dossiers dossiers;
    private final ConsentRenewal renewal;
    private final CaseAnswers answers;

    ConsentApi(Dossiers dossiers, ConsentRenewal renewal, CaseAnswers answers) {
        this.dossiers = dossiers;
        this.renewal = renewal;
        this.answers = answers;
    }

    @PostMapping
    @Operation(summary = "Record the patient's consent anew", description = """
                    The fields of the form record-consent; the newest version counts. Whom it does not cover any more loses the case \
                    at once. For home clinicians.""")
    CaseNow record(@PathVariable CaseId caseId, @RequestBody JsonNode body) {
        renewal.answer(caseId, body, dossiers.open(caseId).reader());
        return answers.of(dossiers.open(caseId));
    }
}
