package org.konsil.rights;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.WorkOffered;
import org.konsil.vault.Controller;
import org.konsil.worklist.CopyWork;
import org.konsil.worklist.WorkItem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is still asked about a copy that was erased is answered by its erasure: no answer could be kept with it, and nothing is left
 * to decide. Work that comes up only afterwards ends as well.
 */
@Component
class AfterErasure {

    private static final String GROUND = "copy-erased";

    private final Certificates certificates;
    private final Controllers controllers;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final PartRows parts;
    private final RightsRequests requests;
    private final Answering answering;
    private final CopyWork work;

    AfterErasure(
            Certificates certificates,
            Controllers controllers,
            CaseFiles cases,
            CaseRounds rounds,
            PartRows parts,
            RightsRequests requests,
            Answering answering,
            CopyWork work) {
        this.certificates = certificates;
        this.controllers = controllers;
        this.cases = cases;
        this.rounds = rounds;
        this.parts = parts;
        this.requests = requests;
        this.answering = answering;
        this.work = work;
    }

    @EventListener
    void on(WorkOffered offered) {
        if (parts.of(offered.caseId()).stream().anyMatch(Part::isErasing)) {
            settle(offered.caseId());
        }
    }

    /** Ends the open work on those copies of the case that are erased. Twice is once. */
    void settle(CaseId caseId) {
        rounds.hold(caseId); // work that comes up at the same moment is seen here, or sees the certificate
        var erased =
                certificates.of(caseId).stream().map(Certificate::controller).collect(Collectors.toSet());
        if (!erased.isEmpty()) {
            work.open(caseId).forEach(item -> settle(item, erased));
        }
    }

    private void settle(WorkItem item, Set<Controller> erased) {
        switch (item.formId()) {
            case "answer-request", "review-retention" ->
                parts.of(item.caseId()).stream()
                        .filter(part -> part.id().toString().equals(item.subjectId()))
                        .filter(part -> erased.contains(part.controller()))
                        .forEach(part -> answer(part, item));
            case "confirm-erasure" -> {
                if (erased.contains(Controller.HOME)) {
                    work.settle(item, Map.of(), Actor.SYSTEM);
                    askNetwork(item.caseId());
                }
            }
            case "advice-for-family" -> {
                if (erased.contains(Controller.HOME)) {
                    work.settle(item, Map.of(), Actor.SYSTEM);
                }
            }
            default -> {
                // its own stage ends it
            }
        }
    }

    /** What asked for the erasure, or told of something to be put right in the copy, has been done; for everything else nothing is left. */
    private void answer(Part part, WorkItem item) {
        var isDone = part.kind().erases() || part.kind() == Kind.NOTICE;
        if (part.state() == Part.State.OPEN) {
            answering.decide(part, isDone ? Part.State.GRANTED : Part.State.REFUSED, GROUND, Actor.SYSTEM);
        }
        var answer = part.kind() == Kind.RETENTION
                ? Map.of("retentionDecision", "erase")
                : Map.of("requestDecision", isDone ? "fulfil" : "refuse");
        work.settle(item, answer, Actor.SYSTEM);
    }

    /** The home provider was still to say what it asks of the network, which has not been asked in any other way: it decides itself. */
    private void askNetwork(CaseId caseId) {
        var isAsked = parts.of(caseId).stream()
                .anyMatch(part -> part.kind().erases() && part.controller() == Controller.NETWORK);
        if (!isAsked && controllers.concerned(cases.summary(caseId)).contains(Controller.NETWORK)) {
            requests.openOwn(caseId, Kind.ERASURE, Controller.NETWORK);
        }
    }
}
