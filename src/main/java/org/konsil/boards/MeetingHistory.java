package org.konsil.boards;

import java.util.List;
import java.util.Map;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What was done with a session stands in the history of each case on its agenda: pages that lie open learn of it there. */
@Component
class MeetingHistory {

    private final BoardSeats seats;
    private final Audit audit;

    MeetingHistory(BoardSeats seats, Audit audit) {
        this.seats = seats;
        this.audit = audit;
    }

    /** @param details codes and moments only */
    void tell(Meeting meeting, String action, Person by, Map<String, String> details) {
        var entry = Boards.entry(by, action, meeting.id());
        for (var detail : details.entrySet()) {
            entry = entry.with(detail.getKey(), detail.getValue());
        }
        var cases = seats.cases(meeting);
        if (cases.isEmpty()) {
            audit.record(entry);
        }
        for (var caseId : cases) {
            audit.record(about(entry, caseId));
        }
    }

    void tell(Meeting meeting, String action, Person by) {
        tell(meeting, action, by, Map.of());
    }

    /** Of these cases only. */
    void tell(Meeting meeting, List<CaseId> cases, String action, Person by) {
        cases.forEach(caseId -> audit.record(about(Boards.entry(by, action, meeting.id()), caseId)));
    }

    private static Entry about(Entry entry, CaseId caseId) {
        return new Entry(
                entry.actor(),
                entry.action(),
                caseId,
                entry.object(),
                entry.element(),
                entry.outcome(),
                entry.reason(),
                entry.details());
    }
}
