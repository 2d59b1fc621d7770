package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions for those who are asked to them: the agenda, who can come, and the entry for calendars. */
@Needs(Right.ATTEND_BOARDS)
@RestController
@RequestMapping("/api/v1/boards/sessions")
@Tag(name = "Boards")
class MeetingsApi {

    record AllMeetings(List<MeetingAnswer> items) {}

    record GuestAnswer(
            String userId,
            String name,
            String zone,
            List<CanCome> said,

            @Schema(
                    description = "for whoever holds the session: when the mail about it was written that did not reach"
                            + " this person; left out where mail arrives, or none was written")
            @Nullable
            Instant unmailedSince) {}

    /** {@code can}: {@code yes}, {@code maybe} or {@code no}. */
    record CanCome(
            @NotNull Instant moment,
            @NotNull @Pattern(regexp = "yes|maybe|no") String can) {}

    record SessionShown(
            MeetingAnswer session,

            @Schema(description = "those asked for, or the one that is fixed")
            List<Instant> moments,

            List<GuestAnswer> guests,
            List<AgendaAnswer> agenda) {}

    record Said(@NotEmpty @Size(max = 5) List<@Valid CanCome> answers) {}

    private final Meetings meetings;
    private final Guests guests;
    private final Turns turns;
    private final InvitationFile invitation;
    private final Access access;
    private final Audit audit;

    MeetingsApi(Meetings meetings, Guests guests, Turns turns, InvitationFile invitation, Access access, Audit audit) {
        this.meetings = meetings;
        this.guests = guests;
        this.turns = turns;
        this.invitation = invitation;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    @Operation(
            summary = "The sessions to which you are asked, or which you hold",
            description = "The soonest first; those that are over for 60 days.")
    AllMeetings all() {
        return new AllMeetings(
                meetings.of(access.current()).stream().map(MeetingAnswer::of).toList());
    }

    @GetMapping("/{session}")
    @Operation(
            summary = "A session: who can come, and its agenda",
            description =
                    "In the running order, each case with how it is prepared. Of a case that is not yours, the agenda"
                            + " says only that there is one. 404 unless you are asked to it.")
    SessionShown show(@PathVariable UUID session) {
        var reader = access.current();
        var meeting = meetings.get(session, reader);
        audit.recordApart(Boards.entry(reader, "agenda-read", session));
        var moments = meetings.options(meeting);
        var unmailed = guests.unmailed(meeting, reader);
        return new SessionShown(
                MeetingAnswer.of(meeting),
                moments,
                guests.of(meeting, moments, meetings.answers(meeting)).stream()
                        .map(guest -> answer(guest, moments, unmailed.get(guest.userId())))
                        .toList(),
                turns.of(meeting, reader).stream().map(AgendaAnswer::of).toList());
    }

    @GetMapping("/{session}/invitation.ics")
    @Operation(
            summary = "The session for a calendar (iCalendar)",
            description = "An invitation, an update of it, or that the session was called off; no health data.")
    ResponseEntity<byte[]> invitation(@PathVariable UUID session) {
        var reader = access.current();
        return invitation.of(meetings.get(session, reader), reader);
    }

    @PutMapping("/{session}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say whether you can come",
            description = "Of each moment; the newest answer counts, and a moment that is not asked for is left out.")
    void answer(@PathVariable UUID session, @Valid @RequestBody Said said) {
        var answers = said.answers().stream()
                .collect(Collectors.toMap(
                        CanCome::moment,
                        it -> AnswerRows.Can.valueOf(it.can().toUpperCase(Locale.ROOT)),
                        (older, newer) -> newer));
        meetings.answer(session, answers, access.current());
    }

    private static GuestAnswer answer(Guests.Guest guest, List<Instant> moments, @Nullable Instant unmailed) {
        var said = IntStream.range(0, moments.size())
                .mapToObj(at -> guest.said().get(at).map(can -> new CanCome(moments.get(at), MeetingAnswer.code(can))))
                .flatMap(Optional::stream)
                .toList();
        return new GuestAnswer(guest.userId(), guest.name(), guest.zone().getId(), said, unmailed);
    }
}
