package org.konsil.rights;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.springframework.stereotype.Component;

/** Writes down what a controller answers to its part of a request. */
@Component
class Answering {

    private final PartRows rows;
    private final Seats seats;
    private final Audit audit;
    private final Clock clock;

    Answering(PartRows rows, Seats seats, Audit audit, Clock clock) {
        this.rows = rows;
        this.seats = seats;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param state granted, refused, or open where the time is extended */
    void decide(Part part, Part.State state, @Nullable String ground, Actor by) {
        rows.decide(part.id(), state, ground, by.userId(), clock.instant());
        seats.leave(part.caseId());
        var entry = Entry.done(by, state == Part.State.OPEN ? "rights-extended" : "rights-answered", part.caseId())
                .on("request:" + part.requestId())
                .with("kind", part.kind().code())
                .with("controller", part.controllerCode())
                .with(
                        "answer",
                        state == Part.State.OPEN ? "extend" : state == Part.State.REFUSED ? "refuse" : "fulfil");
        audit.record(ground == null ? entry : entry.because(ground));
    }
}
