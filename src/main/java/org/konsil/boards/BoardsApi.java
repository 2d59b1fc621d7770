package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The regular boards of networks, for programs. */
@Needs(Right.HOLD_BOARDS)
@RestController
@RequestMapping("/api/v1/boards")
@Tag(name = "Boards", description = "A network's regular sessions: rhythm, agenda, attendance, minutes of each case.")
class BoardsApi {

    record AllBoards(List<BoardAnswer> items) {}

    record PlanAhead(@Min(1) @Max(12) int ahead) {}

    record Planned(int added) {}

    record MomentsAsked(@NotEmpty @Size(max = 5) List<@NotNull Instant> moments) {}

    record MeetingPlanned(UUID id) {}

    private final Boards boards;
    private final BoardChanges changes;
    private final Access access;
    private final Clock clock;

    BoardsApi(Boards boards, BoardChanges changes, Access access, Clock clock) {
        this.boards = boards;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The boards of the networks that you coordinate")
    AllBoards all() {
        return new AllBoards(
                boards.of(access.current()).stream().map(this::answer).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open a regular board",
            description = "The hour is that of its time zone, in summer as in winter.")
    BoardAnswer open(@Valid @RequestBody BoardSaid.Opened said) {
        return answer(boards.open(said.id(), NetworkId.of(said.network()), said.plan(), access.current()));
    }

    @PutMapping("/{board}")
    @Operation(
            summary = "Change a board",
            description =
                    "Give all of it, as it is from now on. Sessions that are ahead move to the moment of the new rhythm in their"
                            + " own week, or month, with their agendas, and calendars are told; one that was moved by hand keeps its moment."
                            + " What was held stays. 409 once it is closed, or if it was changed since. The same twice is once.")
    BoardAnswer change(@PathVariable UUID board, @Valid @RequestBody BoardSaid.Changed said) {
        return answer(changes.change(board, said.version(), said.plan(), access.current()));
    }

    @DeleteMapping("/{board}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a board", description = "No more sessions are planned by it; those that are stay.")
    void close(@PathVariable UUID board) {
        boards.close(board, access.current());
    }

    @PostMapping("/{board}/plan")
    @Operation(
            summary = "Plan a session at each of the next moments of the rhythm",
            description =
                    "Where there is one already, also one that was moved or called off, none is added: twice is once. 409 once it is"
                            + " closed.")
    Planned plan(@PathVariable UUID board, @Valid @RequestBody PlanAhead said) {
        return new Planned(boards.planAhead(board, said.ahead(), access.current()));
    }

    @PostMapping("/{board}/poll")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask when people can come",
            description = "Two to five moments, to the minute, all ahead, by two years at most. 409 once it is closed.")
    MeetingPlanned poll(@PathVariable UUID board, @Valid @RequestBody MomentsAsked said) {
        return new MeetingPlanned(boards.poll(board, said.moments(), access.current()));
    }

    private BoardAnswer answer(Board board) {
        return BoardAnswer.of(board, clock.instant());
    }
}
