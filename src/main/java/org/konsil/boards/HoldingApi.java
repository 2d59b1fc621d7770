package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the coordinator does with a session, for programs. */
@Needs(Right.HOLD_BOARDS)
@RestController
@RequestMapping("/api/v1/boards/sessions/{session}")
@Tag(name = "Boards")
class HoldingApi {

    record MomentChosen(@NotNull Instant moment) {}

    private final Meetings meetings;
    private final Access access;

    HoldingApi(Meetings meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    @PutMapping("/moment")
    @Operation(
            summary = "Fix the moment, or move the session",
            description =
                    "To the minute, and two years ahead at most. Everybody who is asked is told, and calendars are given"
                            + " the update. Twice is once.")
    MeetingAnswer fix(@PathVariable UUID session, @Valid @RequestBody MomentChosen said) {
        meetings.fix(session, said.moment(), access.current());
        return now(session);
    }

    @PostMapping("/invite")
    @Operation(summary = "Tell everybody who is asked, with the agenda as it stands")
    MeetingAnswer invite(@PathVariable UUID session) {
        meetings.invite(session, access.current());
        return now(session);
    }

    @PostMapping("/cancel")
    @Operation(
            summary = "Call the session off",
            description = "Everybody is told; its cases are ready for another. Twice is once.")
    MeetingAnswer cancel(@PathVariable UUID session) {
        meetings.cancel(session, access.current());
        return now(session);
    }

    @PostMapping("/begin")
    @Operation(summary = "Begin the session", description = "Its moment has to be fixed. Twice is once.")
    MeetingAnswer begin(@PathVariable UUID session) {
        meetings.begin(session, access.current());
        return now(session);
    }

    @PostMapping("/end")
    @Operation(
            summary = "End the session",
            description = "Its cases that were not spoken about are ready for another. Twice is once.")
    MeetingAnswer end(@PathVariable UUID session) {
        meetings.end(session, access.current());
        return now(session);
    }

    private MeetingAnswer now(UUID session) {
        return MeetingAnswer.of(meetings.get(session, access.current()));
    }
}
