package org.konsil.advice;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The outcome of a case: for the panel from the first draft, for everybody else who may see the case once it is signed. */
@Needs(Right.READ_ADVICE)
@Controller
class OutcomePage {

    private final Outcomes outcomes;
    private final DiagnosisNames diagnoses;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;

    OutcomePage(Outcomes outcomes, DiagnosisNames diagnoses, CaseFiles cases, Access access, Audit audit) {
        this.outcomes = outcomes;
        this.diagnoses = diagnoses;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/outcome")
    String show(@PathVariable String caseId, @RequestParam(required = false) @Nullable Integer version, Model page) {
        var about = CaseId.of(caseId);
        var reader = access.current();
        var readable = outcomes.all(about).stream()
                .filter(it -> access.may(reader, about, it.isClosed() ? Right.READ_ADVICE : Right.READ_OPINIONS))
                .toList();
        var outcome = readable.stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElseThrow(() -> new NoOutcome(about));
        page.addAttribute("versions", readable.stream().map(Outcome::version).toList());
        audit.recordApart(Entry.done(reader.actor(), "outcome-read", about).on("outcome:" + outcome.id()));
        page.addAttribute("caseId", caseId);
        page.addAttribute("here", "cases");
        page.addAttribute("pseudonym", cases.summary(about).pseudonym());
        page.addAttribute("outcome", outcome);
        page.addAttribute("diagnosis", diagnoses.of(outcome));
        page.addAttribute(
                "people",
                outcome.signatures().stream()
                        .map(Signature::signer)
                        .collect(Collectors.toMap(
                                Function.identity(),
                                id -> access.person(id).map(Person::displayName).orElse(id))));
        return "advice/page";
    }
}
