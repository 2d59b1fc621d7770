package org.konsil.rights;

import java.time.Clock;
import org.konsil.access.Restrictions;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Rectifications;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process has done once a controller has answered. {@code partId} is the process variable {@code subjectId}. */
@Service
public class PatientRights {

    private final Parts parts;
    private final PartRows rows;
    private final Seats seats;
    private final RequestRows requests;
    private final RightsRequests opening;
    private final Controllers controllers;
    private final Erasures erasures;
    private final Rectifications rectifications;
    private final Restrictions restrictions;
    private final CaseFiles cases;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    PatientRights(
            Parts parts,
            PartRows rows,
            Seats seats,
            RequestRows requests,
            RightsRequests opening,
            Controllers controllers,
            Erasures erasures,
            Rectifications rectifications,
            Restrictions restrictions,
            CaseFiles cases,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.parts = parts;
        this.rows = rows;
        this.seats = seats;
        this.requests = requests;
        this.opening = opening;
        this.controllers = controllers;
        this.erasures = erasures;
        this.rectifications = rectifications;
        this.restrictions = restrictions;
        this.cases = cases;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Until when an extended request has to be answered: three months after receipt (GDPR Art. 12(3)). */
    public record Extended(String dueAt) {}

    /** What was done. */
    record Done(String kind) {}

    /** Does what was granted. */
    @Transactional
    public void carryOut(CaseId caseId, JobId job, String partId) {
        jobs.once(caseId, job, Done.class, () -> {
            var part = parts.of(caseId, partId);
            switch (part.kind()) {
                case ERASURE, RETENTION -> erasures.erase(part);
                case RECTIFICATION -> rectify(part);
                case RESTRICTION -> restrict(part);
                case ACCESS, NOTICE, WITHDRAWAL -> {
                    // what had to be done, the controller did before answering
                }
            }
            rows.fulfilled(part.id());
            seats.leave(caseId);
            audit.record(Entry.done(Actor.SYSTEM, "rights-fulfilled", caseId)
                    .on("request:" + part.requestId())
                    .with("kind", part.kind().code())
                    .with("controller", part.controllerCode()));
            return new Done(part.kind().code());
        });
    }

    @Transactional
    public Extended extend(CaseId caseId, JobId job, String partId) {
        return jobs.once(caseId, job, Extended.class, () -> {
            var part = parts.of(caseId, partId);
            var received = requests.get(part.requestId(), caseId).receivedOn();
            var due = opening.due(cases.summary(caseId), RightsRequests.LONGER_CLOCK, received);
            rows.extend(part.id(), due);
            return new Extended(due.toString());
        });
    }

    /** Notes that a request was not answered in time. */
    @Transactional
    public void late(CaseId caseId, JobId job, String partId) {
        jobs.once(caseId, job, Done.class, () -> {
            var part = parts.of(caseId, partId);
            audit.record(Entry.done(Actor.SYSTEM, "rights-late", caseId)
                    .on("request:" + part.requestId())
                    .with("controller", part.controllerCode())
                    .with("now", clock.instant()));
            return new Done(part.kind().code());
        });
    }

    private void rectify(Part part) {
        if (!controllers.concerned(cases.summary(part.caseId())).contains(Controller.HOME)) {
            return; // the record was erased between the answer and now
        }
        var said = requests.said(part.requestId(), part.caseId());
        var field = said.path("field").asText();
        rectifications.rectify(
                part.caseId(), field, said.path("correctedValue").asText(), Actor.of(String.valueOf(part.decidedBy())));
        if (Rectifications.isShared(field)) {
            tellNetwork(part);
        }
    }

    private void restrict(Part part) {
        restrictions.restrict(part.caseId(), Actor.of(String.valueOf(part.decidedBy())));
        tellNetwork(part);
    }

    /** GDPR Art. 19: whoever received the data is told. */
    private void tellNetwork(Part part) {
        var about = cases.summary(part.caseId());
        if (controllers.concerned(about).contains(Controller.NETWORK)) {
            var today = java.time.LocalDate.now(clock);
            opening.openPart(part.requestId(), part.caseId(), Kind.NOTICE, Controller.NETWORK, today);
        }
    }
}
