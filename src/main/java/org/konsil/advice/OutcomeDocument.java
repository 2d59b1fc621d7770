package org.konsil.advice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consent;
import org.konsil.consent.Consents;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.directory.Network;
import org.konsil.kernel.Days;
import org.konsil.panel.Invitation;
import org.konsil.panel.Leads;
import org.konsil.panel.Panel;
import org.konsil.panel.Panels;
import org.konsil.print.Pdf;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** Prints an outcome as a PDF: panel, advice, dissent, who is missing, and on which rules and consent it rests. */
@Component
class OutcomeDocument {

    private final Pdf pdf;
    private final Panels panels;
    private final Directory directory;
    private final DiagnosisNames diagnoses;
    private final CaseFiles cases;
    private final Consents consents;
    private final Rules rules;
    private final Access access;
    private final Leads leads;

    OutcomeDocument(
            Pdf pdf,
            Panels panels,
            Directory directory,
            DiagnosisNames diagnoses,
            CaseFiles cases,
            Consents consents,
            Rules rules,
            Access access,
            Leads leads) {
        this.pdf = pdf;
        this.panels = panels;
        this.directory = directory;
        this.diagnoses = diagnoses;
        this.cases = cases;
        this.consents = consents;
        this.rules = rules;
        this.access = access;
        this.leads = leads;
    }

    byte[] of(Outcome outcome, Instant at, Position position) {
        var model = Map.of("outcome", outcome, "document", around(outcome, at), "position", position);
        return pdf.of("advice/document", model, Locale.ENGLISH);
    }

    private Document around(Outcome outcome, Instant at) {
        var summary = cases.summary(outcome.caseId());
        var network = summary.network();
        return new Document(
                summary.pseudonym(),
                network == null
                        ? ""
                        : directory.network(network).map(Network::name).orElse(network.value()),
                diagnoses.of(outcome),
                lead(outcome),
                members(outcome),
                names(outcome),
                Days.of(at),
                consents.of(outcome.caseId()).map(Consent::version).orElse(0),
                rules.version("panel-composition").substring(0, 12),
                DocumentCheck.sha256(
                        outcome.summary() + outcome.diagnosis() + outcome.recommendations() + outcome.signatures()));
    }

    private Document.Member lead(Outcome outcome) {
        var lead = panels.of(outcome.caseId()).map(Panel::lead).orElse("");
        return new Document.Member(
                access.person(lead).map(Person::displayName).orElse(lead), "", leads.disclosed(outcome.caseId()));
    }

    private List<Document.Member> members(Outcome outcome) {
        return panels.invitations(outcome.caseId()).stream()
                .filter(Invitation::hasOpinion)
                .map(it -> new Document.Member(
                        directory.expert(it.expert()).map(Expert::name).orElse(it.expert()),
                        it.discipline().replace('-', ' '),
                        it.disclosed()))
                .toList();
    }

    private Map<String, String> names(Outcome outcome) {
        return outcome.signatures().stream()
                .map(Signature::signer)
                .collect(Collectors.toMap(
                        Function.identity(),
                        signer -> access.person(signer).map(Person::displayName).orElse(signer)));
    }
}
