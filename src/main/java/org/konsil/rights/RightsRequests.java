package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.clocks.Clocks;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.Group;
import org.konsil.process.Outbox;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests: each controller concerned gets its part, and each part a process instance of its own. */
@Component
class RightsRequests {

    static final String CLOCK = "data-subject-request";
    static final String LONGER_CLOCK = "data-subject-extension";

    private final RequestRows rows;
    private final PartRows parts;
    private final Controllers controllers;
    private final Seats seats;
    private final CaseFiles cases;
    private final Clocks clocks;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RightsRequests(
            RequestRows rows,
            PartRows parts,
            Controllers controllers,
            Seats seats,
            CaseFiles cases,
            Clocks clocks,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.controllers = controllers;
        this.seats = seats;
        this.cases = cases;
        this.clocks = clocks;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a request for these controllers. @param said answers to the form, or nothing where the service asks on its own */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(
            CaseId caseId, Kind kind, List<Controller> concerned, LocalDate received, JsonNode said, Actor by) {
        var request = UUID.randomUUID();
        rows.add(request, caseId, kind, received, by.userId(), clock.instant(), said);
        audit.record(Entry.done(by, "rights-requested", caseId)
                .on("request:" + request)
                .with("kind", kind.code()));
        concerned.forEach(controller -> openPart(request, caseId, kind, controller, received));
        return request;
    }

    /** As {@link #open}, on the service's own account and from today. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID openOwn(CaseId caseId, Kind kind, Controller controller) {
        var nothing = JsonNodeFactory.instance.objectNode();
        return open(caseId, kind, List.of(controller), LocalDate.now(clock), nothing, Actor.SYSTEM);
    }

    /** A further controller is concerned: it gets its part of the request. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openPart(UUID request, CaseId caseId, Kind kind, Controller controller, LocalDate received) {
        var about = cases.summary(caseId);
        controllers.handler(about, controller).ifPresent(handler -> {
            var part = part(request, caseId, kind, controller, handler, Part.State.OPEN, due(about, CLOCK, received));
            parts.add(part);
            seats.open(caseId, controller, handler);
            start(about, part, kind == Kind.RETENTION ? "retention-due" : "data-subject-requested");
        });
    }

    /** An erasure that its controller has decided already: it only has to be carried out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openDecided(CaseId caseId, Controller controller, String ground, Actor by) {
        var request = UUID.randomUUID();
        var now = clock.instant();
        var about = cases.summary(caseId);
        var handler = controllers.handler(about, controller).orElseThrow();
        rows.add(
                request,
                caseId,
                Kind.ERASURE,
                LocalDate.now(clock),
                by.userId(),
                now,
                JsonNodeFactory.instance.objectNode());
        var part = part(request, caseId, Kind.ERASURE, controller, handler, Part.State.GRANTED, now);
        parts.add(part);
        parts.decide(part.id(), Part.State.GRANTED, ground, by.userId(), now);
        start(about, part, "erasure-decided");
    }

    /** Not extended, not copied, not decided yet. */
    private static Part part(
            UUID request,
            CaseId caseId,
            Kind kind,
            Controller controller,
            Group handler,
            Part.State state,
            Instant due) {
        return new Part(
                UUID.randomUUID(),
                request,
                caseId,
                kind,
                controller,
                handler.toString(),
                state,
                due,
                false,
                null,
                null,
                null,
                null);
    }

    /** A period in months ends with the last hour of its last day (Regulation 1182/71, Art. 3). */
    Instant due(CaseSummary about, String step, LocalDate received) {
        var from = Days.endOf(received);
        return clocks.due(step, about.country().code(), about.urgency().code(), from)
                .orElseGet(() -> Days.endOf(received.plusMonths(1)));
    }

    private void start(CaseSummary about, Part part, String message) {
        var variables = new HashMap<String, Object>();
        variables.put("caseId", about.caseId().toString());
        variables.put("country", about.country().code());
        variables.put("urgency", about.urgency().code());
        variables.put("provider", about.provider());
        variables.put("subjectId", part.id().toString());
        variables.put("controller", part.controllerCode());
        if (about.network() != null) {
            variables.put("network", about.network().value());
        }
        if (!message.equals("erasure-decided")) {
            variables.put("handlerGroup", part.handler());
        }
        if (message.equals("data-subject-requested")) {
            variables.put("requestKind", part.kind().code());
            variables.put("dueAt", part.dueAt().toString());
        }
        outbox.publish(about.caseId(), message, part.id().toString(), variables);
    }
}
