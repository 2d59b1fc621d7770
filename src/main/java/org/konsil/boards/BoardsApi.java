package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.directory.Zones;
import org.konsil.kernel.Needs;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    private static final int NEXT = 3;

    record BoardOpened(
            @Schema(description = "your own name for it; the same twice is once") @NotNull
            UUID id,

            @NotNull @Pattern(regexp = "[a-z0-9-]{2,40}") String network,
            @NotNull @Pattern(regexp = "weekly|monthly") String rhythm,

            @Schema(description = "weeks or months: 1 for each, 2 for every other") @Min(1) @Max(12)
            int every,

            @Schema(description = "of a monthly board: 1 to 4, or -1 for the last") @Nullable
            Integer weekOfMonth,

            @NotNull @Pattern(regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday")
            String weekday,

            @NotNull LocalDate firstDay,

            @Schema(description = "as the clock shows in Brussels; seconds are cut off", example = "14:00") @NotNull
            LocalTime time,

            int slots,
            int slotMinutes,
            @Nullable @Size(max = 500) String videoLink) {

        Rhythm when() {
            var kind = Rhythm.Kind.valueOf(rhythm.toUpperCase(Locale.ROOT));
            var day = DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT));
            var week = kind == Rhythm.Kind.MONTHLY && weekOfMonth != null ? weekOfMonth : 0;
            return new Rhythm(kind, every, week, day, firstDay, time, Zones.EUROPE);
        }
    }

    record BoardAnswer(
            UUID id,
            String network,

            @Schema(description = "as in RFC 5545", example = "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU")
            String rule,

            LocalTime time,
            String zone,
            int slots,
            int slotMinutes,
            @Nullable String videoLink,

            @Schema(description = "the next moments by its rhythm, planned or not")
            List<Instant> next) {}

    record AllBoards(List<BoardAnswer> items) {}

    record PlanAhead(@Min(1) @Max(12) int ahead) {}

    record Planned(int added) {}

    record MomentsAsked(@NotEmpty @Size(max = 5) List<@NotNull Instant> moments) {}

    record MeetingPlanned(UUID id) {}

    private final Boards boards;
    private final Access access;
    private final Clock clock;

    BoardsApi(Boards boards, Access access, Clock clock) {
        this.boards = boards;
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
    @Operation(summary = "Open a regular board", description = "The hour is that of Brussels, in summer as in winter.")
    BoardAnswer open(@Valid @RequestBody BoardOpened said) {
        var network = NetworkId.of(said.network());
        var link = said.videoLink() == null || said.videoLink().isBlank()
                ? null
                : said.videoLink().strip();
        return answer(
                boards.open(said.id(), network, said.when(), said.slots(), said.slotMinutes(), link, access.current()));
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
        var rhythm = board.rhythm();
        return new BoardAnswer(
                board.id(),
                board.network().value(),
                rhythm.rule(),
                rhythm.time(),
                rhythm.zone().getId(),
                board.slots(),
                board.slotMinutes(),
                board.videoLink(),
                rhythm.after(clock.instant(), NEXT));
    }
}
