package org.konsil.boards;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Urgency;
import org.springframework.stereotype.Component;

/** The running order of a session, as one reader may see it. */
@Component
class Turns {

    /** A case on the agenda: of one that is not the reader's, that there is one. */
    record Turn(
            Slot slot,
            Instant at,
            boolean known,
            String pseudonym,
            boolean urgent,
            Preparation.@Nullable Ready ready) {}

    private final Agendas agendas;
    private final Preparation preparation;
    private final BoardSeats seats;
    private final CaseFiles cases;

    Turns(Agendas agendas, Preparation preparation, BoardSeats seats, CaseFiles cases) {
        this.agendas = agendas;
        this.preparation = preparation;
        this.seats = seats;
        this.cases = cases;
    }

    List<Turn> of(Meeting meeting, Person reader) {
        return agendas.of(meeting).stream()
                .map(slot -> turn(meeting, slot, reader))
                .toList();
    }

    /** The cases on the agenda that the reader may know of. */
    List<String> pseudonyms(Meeting meeting, Person reader) {
        return of(meeting, reader).stream()
                .filter(Turn::known)
                .map(Turn::pseudonym)
                .toList();
    }

    private Turn turn(Meeting meeting, Slot slot, Person reader) {
        if (!seats.mayKnow(reader, slot.caseId())) {
            return new Turn(slot, meeting.turn(slot.place()), false, "", false, null);
        }
        var about = cases.summary(slot.caseId());
        return new Turn(
                slot,
                meeting.turn(slot.place()),
                true,
                about.pseudonym(),
                about.urgency() == Urgency.URGENT,
                preparation.of(meeting.network(), slot.caseId()).orElse(null));
    }
}
