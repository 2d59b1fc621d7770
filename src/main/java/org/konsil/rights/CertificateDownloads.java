package org.konsil.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.print.Pdf;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out certificates of erasure, to read and to check. */
@Controller
@Needs(Right.READ_REQUESTS)
class CertificateDownloads {

    private final RightsDesk desk;
    private final Certificates certificates;
    private final Pdf pdf;
    private final Access access;
    private final Audit audit;
    private final ObjectMapper json;

    CertificateDownloads(
            RightsDesk desk, Certificates certificates, Pdf pdf, Access access, Audit audit, ObjectMapper json) {
        this.desk = desk;
        this.certificates = certificates;
        this.pdf = pdf;
        this.access = access;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping({
        "/cases/{caseId}/rights/certificates/{id}.json",
        "/api/v1/cases/{caseId}/requests/certificates/{id}.json"
    })
    ResponseEntity<byte[]> json(@PathVariable CaseId caseId, @PathVariable UUID id) throws JsonProcessingException {
        var signed = certificates.signed(find(caseId, id));
        return Downloads.json(
                "erasure-certificate.json",
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(signed));
    }

    @GetMapping({"/cases/{caseId}/rights/certificates/{id}.pdf", "/api/v1/cases/{caseId}/requests/certificates/{id}.pdf"
    })
    ResponseEntity<byte[]> pdf(@PathVariable CaseId caseId, @PathVariable UUID id) {
        var certificate = find(caseId, id);
        var model = Map.of(
                "certificate", certificate,
                "content", certificate.content(),
                "decidedBy", name(certificate.content().path("decidedBy").asText()),
                "signed", certificates.signed(certificate),
                "holds", certificates.holds(certificate));
        return Downloads.pdf("erasure-certificate.pdf", pdf.of("rights/certificate", model, Locale.ENGLISH));
    }

    private String name(String userId) {
        return access.person(userId).map(Person::displayName).orElse(userId);
    }

    private Certificate find(CaseId caseId, UUID id) {
        var seat = desk.open(caseId);
        var found = certificates.of(caseId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(RequestRefused::unknown);
        audit.recordApart(
                Entry.done(seat.reader().actor(), "certificate-read", caseId).on("certificate:" + id));
        return found;
    }
}
