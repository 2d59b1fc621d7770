package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.panel.PanelSessions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was said and decided about a case in a session, for programs of those who work on its panel. */
@Needs(Right.DISCUSS)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/session/{session}/minutes")
@Tag(name = "Boards")
class MinutesApi {

    /** @param minutes left out until there are any */
    record CaseInSession(
            @Schema(description = "`waiting`, `now` or `done`")
            String state,

            List<String> members,
            @Nullable Minutes minutes,
            @Nullable String writtenBy) {}

    private final Meetings meetings;
    private final Agendas agendas;
    private final BoardSeats seats;
    private final PanelSessions sessions;
    private final Access access;
    private final Audit audit;

    MinutesApi(
            Meetings meetings, Agendas agendas, BoardSeats seats, PanelSessions sessions, Access access, Audit audit) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.seats = seats;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "The minutes of a case in a session, and who can have attended")
    CaseInSession read(@PathVariable CaseId caseId, @PathVariable UUID session) {
        var reader = access.current();
        var meeting = meetings.get(session, reader);
        audit.recordApart(Entry.done(reader.actor(), "panel-read", caseId).on("board:" + session));
        return shown(meeting, caseId);
    }

    @PutMapping
    @Operation(
            summary = "Keep the minutes of a case",
            description =
                    "By the coordinator, once, while the session is being held: the home clinician hears of the session,"
                            + " and the outcome's draft begins with them. 409 if somebody has kept minutes already.")
    CaseInSession keep(@PathVariable CaseId caseId, @PathVariable UUID session, @Valid @RequestBody Minutes minutes) {
        var by = access.current();
        agendas.keep(session, caseId, minutes, by);
        return shown(meetings.get(session, by), caseId);
    }

    private CaseInSession shown(Meeting meeting, CaseId caseId) {
        var slot = agendas.of(meeting).stream()
                .filter(it -> it.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(BoardRefused::unknown);
        var held = sessions.of(caseId).stream()
                .filter(it -> it.id().equals(slot.sessionId()) && it.minutes() != null)
                .findFirst();
        return new CaseInSession(
                MeetingAnswer.code(slot.state()),
                seats.members(caseId),
                held.map(it -> Minutes.of(Objects.requireNonNull(it.minutes()))).orElse(null),
                held.flatMap(it -> Optional.ofNullable(it.writtenBy())).orElse(null));
    }
}
