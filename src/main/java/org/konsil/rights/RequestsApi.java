package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Restrictions;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{caseId}/requests")
@Tag(name = "Patient's rights", description = "What patients ask for, and what each controller answered.")
@Needs(Right.READ_REQUESTS)
class RequestsApi {

    /** A controller's part. {@code state}: open, granted, fulfilled, refused. */
    record PartLine(
            String id,
            String kind,
            String controller,
            String handler,
            String state,
            Instant due,
            boolean extended,
            @Nullable String ground,
            @Nullable Instant decidedAt) {

        static PartLine of(Part part) {
            return new PartLine(
                    part.id().toString(),
                    part.kind().code(),
                    part.controllerCode(),
                    part.handler(),
                    part.stateCode(),
                    part.dueAt(),
                    part.extended(),
                    part.ground(),
                    part.decidedAt());
        }
    }

    /** A request with its parts. */
    record RequestLine(String id, String kind, LocalDate receivedOn, Instant registeredAt, List<PartLine> parts) {

        static RequestLine of(Request request) {
            return new RequestLine(
                    request.id().toString(),
                    request.kind().code(),
                    request.receivedOn(),
                    request.registeredAt(),
                    request.parts().stream().map(PartLine::of).toList());
        }
    }

    /** A certificate: address below the case's rights is {@code /certificates/<id>}. */
    record CertificateLine(String id, String controller, Instant issuedAt) {}

    /** All requests of a case, newest first. */
    record Listed(boolean restricted, List<RequestLine> items, List<CertificateLine> certificates) {}

    private final RightsDesk desk;
    private final RequestIntake registration;
    private final RequestRows requests;
    private final Certificates certificates;
    private final Restrictions restrictions;
    private final Audit audit;

    RequestsApi(
            RightsDesk desk,
            RequestIntake registration,
            RequestRows requests,
            Certificates certificates,
            Restrictions restrictions,
            Audit audit) {
        this.desk = desk;
        this.registration = registration;
        this.requests = requests;
        this.certificates = certificates;
        this.restrictions = restrictions;
        this.audit = audit;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register what a patient asks for", description = """
                    The answers to the form data-subject-request, for example \
                    {"kind":"access","receivedOn":"2026-03-01","requestedBy":"patient"}. Each controller concerned gets a task with one \
                    month to answer (GDPR Art. 12(3)), also when the case is closed. A withdrawal takes effect at once.""")
    RequestLine register(@PathVariable CaseId caseId, @RequestBody JsonNode answers, Locale reader) {
        var seat = desk.openAtHome(caseId);
        return RequestLine.of(registration.register(caseId, answers, seat.reader(), reader));
    }

    @GetMapping
    @Operation(summary = "What the patient of a case asked for, newest first")
    Listed list(@PathVariable CaseId caseId) {
        var seat = desk.open(caseId);
        audit.recordApart(Entry.done(seat.reader().actor(), "rights-read", caseId));
        return new Listed(
                restrictions.isRestricted(caseId),
                requests.of(caseId).stream().map(RequestLine::of).toList(),
                certificates.of(caseId).stream()
                        .map(one -> new CertificateLine(one.id().toString(), one.controllerCode(), one.issuedAt()))
                        .toList());
    }
}
