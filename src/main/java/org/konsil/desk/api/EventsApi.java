package org.konsil.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.desk.events.EventRefused;
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
@RequestMapping("/api/v1/cases/{caseId}/events")
@Tag(name = "Cases")
class EventsApi {

    private final Dossiers dossiers;
    private final CaseEvents events;
    private final CaseAnswers answers;

    EventsApi(Dossiers dossiers, CaseEvents events, CaseAnswers answers) {
        this.dossiers = dossiers;
        this.events = events;
        this.answers = answers;
    }

    @PostMapping("/{event}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Report what happened to a case", description = """
                    consent-withdrawn {"scopes":["panel-care"],"withdrawnOn":"2026-03-01","channel":"in-person"}: outsiders lose \
                    access at once; before delivery the referral ends.
                    patient-died {"dateOfDeath":"2026-03-01"}: the referral ends.
                    urgency-changed {"urgency":"urgent","reason":"..."}: goals of open work are set anew.
                    conflict-found {"expert":"expert1.epicare","kind":"institutional","reason":"..."}.
                    expert-unavailable {"expert":"expert1.epicare","kind":"illness"}: loses the case at once, another is invited.
                    transfer {"target":"network","toNetwork":"rnd","reason":"..."}: the network loses the case, back to routing.
                    transfer {"target":"provider","toProvider":"ous","patientAgrees":"yes","reason":"..."}: so does the hospital.
                    duplicate {"other":"<caseId>","how":"link","reason":"..."}, or merge: this one is closed as DUPLICATE.
                    re-open {"question":"...","reason":"new-findings"}: within 24 months of closing, or in the follow-up.
                    202: the case has changed, its process follows; without a body where it is no longer yours to see. 403: not yours to report. 409: not possible now.""")
    @Nullable
    CaseNow report(
            @PathVariable CaseId caseId,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "consent-withdrawn",
                                                "patient-died",
                                                "urgency-changed",
                                                "conflict-found",
                                                "expert-unavailable",
                                                "transfer",
                                                "duplicate",
                                                "re-open"
                                            }))
                    @PathVariable
                    String event,
            @RequestBody(required = false) @Nullable JsonNode body) {
        var opened = dossiers.open(caseId);
        var known = CaseEvent.of(event).orElseThrow(() -> EventRefused.unknown(event));
        var sent = body == null ? JsonNodeFactory.instance.objectNode() : body;
        events.report(caseId, known, sent, opened.reader());
        return dossiers.openIfStill(caseId).map(answers::of).orElse(null);
    }
}
