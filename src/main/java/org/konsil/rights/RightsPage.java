package org.konsil.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.access.Restrictions;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.worklist.WorkItem;
import org.konsil.worklist.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The patient's rights of one case: what was asked for, what became of it, restriction, holds, retention, certificates. */
@Controller
@RequestMapping("/cases/{caseId}/rights")
@Needs(Right.ANSWER_REQUESTS)
class RightsPage {

    private final RightsDesk desk;
    private final RequestRows requests;
    private final Holds holds;
    private final RetentionRows retention;
    private final Certificates certificates;
    private final Controllers controllers;
    private final Restrictions restrictions;
    private final WorkItems work;
    private final Access access;
    private final Audit audit;
    private final MessageSource words;
    private final TransactionTemplate transaction;

    RightsPage(
            RightsDesk desk,
            RequestRows requests,
            Holds holds,
            RetentionRows retention,
            Certificates certificates,
            Controllers controllers,
            Restrictions restrictions,
            WorkItems work,
            Access access,
            Audit audit,
            MessageSource words,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.requests = requests;
        this.holds = holds;
        this.retention = retention;
        this.certificates = certificates;
        this.controllers = controllers;
        this.restrictions = restrictions;
        this.work = work;
        this.access = access;
        this.audit = audit;
        this.words = words;
        this.transaction = transaction;
    }

    @Needs(Right.READ_REQUESTS)
    @GetMapping
    String show(@PathVariable CaseId caseId, Model page) {
        var seat = desk.open(caseId);
        audit.recordApart(Entry.done(seat.reader().actor(), "rights-read", caseId));
        var asked = requests.of(caseId);
        page.addAttribute("here", "cases");
        page.addAttribute("seat", seat);
        page.addAttribute("about", seat.about());
        page.addAttribute("requests", asked);
        page.addAttribute("restricted", restrictions.isRestricted(caseId));
        page.addAttribute("holds", holds.of(caseId));
        page.addAttribute("retention", retention.of(caseId));
        page.addAttribute("certificates", certificates.of(caseId));
        page.addAttribute("concerned", controllers.concerned(seat.about()));
        page.addAttribute("people", people(asked));
        page.addAttribute("tasks", tasks(caseId, seat.reader()));
        return "rights/page";
    }

    @PostMapping("/hold")
    String hold(@PathVariable CaseId caseId, @RequestParam String reason, Locale reader, RedirectAttributes redirect) {
        var seat = desk.openToAnswer(caseId);
        if (reason.isBlank() || reason.length() > 5000) {
            redirect.addFlashAttribute("wrong", words.getMessage("rights.hold.reason-missing", null, reader));
        } else {
            holds.place(caseId, seat.side(), reason.strip(), seat.reader().actor());
            redirect.addFlashAttribute("done", words.getMessage("rights.hold.placed", null, reader));
        }
        return back(caseId);
    }

    @PostMapping("/hold/lift")
    String liftHold(@PathVariable CaseId caseId, Locale reader, RedirectAttributes redirect) {
        var seat = desk.openToAnswer(caseId);
        holds.lift(caseId, seat.side(), seat.reader().actor());
        redirect.addFlashAttribute("done", words.getMessage("rights.hold.lifted", null, reader));
        return back(caseId);
    }

    /** The patient has to be told before it is lifted (GDPR Art. 18(3)). */
    @PostMapping("/restriction/lift")
    String liftRestriction(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "false") boolean told,
            Locale reader,
            RedirectAttributes redirect) {
        var seat = desk.openToAnswer(caseId);
        if (!seat.isHome()) {
            throw RequestRefused.notYours();
        }
        if (told) {
            transaction.executeWithoutResult(
                    status -> restrictions.lift(caseId, seat.reader().actor()));
            redirect.addFlashAttribute("done", words.getMessage("rights.restriction.lifted", null, reader));
        } else {
            redirect.addFlashAttribute("wrong", words.getMessage("rights.restriction.tell-first", null, reader));
        }
        return back(caseId);
    }

    /** The open task by the part that it is about. */
    private Map<String, Long> tasks(CaseId caseId, Person reader) {
        return work.open(caseId, reader).stream()
                .filter(item -> item.subjectId() != null)
                .collect(Collectors.toMap(
                        item -> String.valueOf(item.subjectId()), WorkItem::taskKey, (first, second) -> second));
    }

    private Map<String, String> people(List<Request> asked) {
        return asked.stream()
                .flatMap(request -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(request.registeredBy()),
                        request.parts().stream()
                                .map(Part::decidedBy)
                                .filter(java.util.Objects::nonNull)
                                .map(String::valueOf)))
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> access.person(id).map(Person::displayName).orElse(id)));
    }

    private static String back(CaseId caseId) {
        return "redirect:/cases/" + caseId + "/rights";
    }
}
