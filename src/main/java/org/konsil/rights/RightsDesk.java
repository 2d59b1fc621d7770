package org.konsil.rights;

import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** Decides who deals with the patient's rights of a case: the home provider's people, and the network's coordinator for its part. */
@Component
class RightsDesk {

    /** A reader and the side they are on. {@code answers}: they stand for that controller. */
    record Seat(CaseSummary about, Person reader, Controller side, boolean answers) {

        public boolean isHome() {
            return side == Controller.HOME;
        }
    }

    private final Access access;
    private final CaseFiles cases;
    private final PartRows parts;
    private final Audit audit;

    RightsDesk(Access access, CaseFiles cases, PartRows parts, Audit audit) {
        this.access = access;
        this.cases = cases;
        this.parts = parts;
        this.audit = audit;
    }

    /** @throws UnknownCase for everybody else; the refusal is in the history */
    Seat open(CaseId caseId) {
        var reader = access.current();
        var about = cases.summary(caseId);
        if (reader.isIn(new Group("dpo", about.provider()))) {
            return new Seat(about, reader, Controller.HOME, true);
        }
        if (reader.isIn(new Group("clinician", about.provider()))) {
            return new Seat(about, reader, Controller.HOME, false);
        }
        if (isCoordinator(reader, about) && isAsked(caseId)) {
            return new Seat(about, reader, Controller.NETWORK, true);
        }
        audit.recordApart(Entry.refused(reader.actor(), "rights-read", caseId, "no-relation"));
        throw new UnknownCase(caseId);
    }

    /** Registers requests, and sees who saw the case. */
    Seat openAtHome(CaseId caseId) {
        var seat = open(caseId);
        if (!seat.isHome()) {
            throw RequestRefused.notYours();
        }
        return seat;
    }

    /** Stands for a controller of the case. */
    Seat openToAnswer(CaseId caseId) {
        var seat = open(caseId);
        if (!seat.answers()) {
            throw RequestRefused.notYours();
        }
        return seat;
    }

    private static boolean isCoordinator(Person reader, CaseSummary about) {
        return about.network() != null
                && reader.isIn(new Group("coordinator", about.network().value()));
    }

    private boolean isAsked(CaseId caseId) {
        return parts.of(caseId).stream().anyMatch(part -> part.controller() == Controller.NETWORK);
    }
}
