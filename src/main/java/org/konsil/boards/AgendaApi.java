package org.konsil.boards;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
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

/** What the coordinator does with an agenda, for programs. */
@Needs(Right.HOLD_BOARDS)
@RestController
@RequestMapping("/api/v1/boards/sessions/{session}/agenda")
@Tag(name = "Boards")
class AgendaApi {

    record Agenda(List<AgendaAnswer> items) {}

    record Filled(int added, List<AgendaAnswer> items) {}

    record InOrder(
            @Schema(description = "they take, in this order, the places that they have among them now")
            @NotEmpty
            @Size(max = 30)
            List<@NotNull UUID> cases) {}

    private final Meetings meetings;
    private final Agendas agendas;
    private final RunningOrder order;
    private final Turns turns;
    private final Access access;

    AgendaApi(Meetings meetings, Agendas agendas, RunningOrder order, Turns turns, Access access) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.order = order;
        this.turns = turns;
        this.access = access;
    }

    @GetMapping("/waiting")
    @Operation(
            summary = "Ready cases that stand on no agenda",
            description = "In the order in which they would be taken: by urgency, then by waiting time.")
    Agenda waiting(@PathVariable UUID session) {
        var reader = access.current();
        return new Agenda(agendas.waiting(meetings.holding(session, reader), reader).stream()
                .map(AgendaAnswer::of)
                .toList());
    }

    @PostMapping("/fill")
    @Operation(
            summary = "Fill the free slots with cases that lack nothing",
            description = "Urgent ones first, then those that wait longest.")
    Filled fill(@PathVariable UUID session) {
        var added = agendas.fill(session, access.current());
        return new Filled(added, now(session).items());
    }

    @PutMapping("/order")
    @Operation(summary = "Change the running order", description = "Cases that are not named keep their places.")
    Agenda arrange(@PathVariable UUID session, @Valid @RequestBody InOrder said) {
        order.arrange(session, said.cases().stream().map(CaseId::new).toList(), access.current());
        return now(session);
    }

    @PutMapping("/{case}")
    @Operation(
            summary = "Put a case on the agenda",
            description =
                    "409 if no slot is free, or the case is not ready or stands on another agenda. Twice is once.")
    Agenda add(@PathVariable UUID session, @PathVariable("case") CaseId caseId) {
        agendas.add(session, caseId, access.current());
        return now(session);
    }

    @DeleteMapping("/{case}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a case off the agenda", description = "The others move up. Twice is once.")
    void remove(@PathVariable UUID session, @PathVariable("case") CaseId caseId) {
        agendas.remove(session, caseId, access.current());
    }

    @PostMapping("/{case}/call")
    @Operation(summary = "The case has its turn", description = "While the session is being held; one at a time.")
    Agenda call(@PathVariable UUID session, @PathVariable("case") CaseId caseId) {
        order.call(session, caseId, access.current());
        return now(session);
    }

    private Agenda now(UUID session) {
        var reader = access.current();
        return new Agenda(turns.of(meetings.get(session, reader), reader).stream()
                .map(AgendaAnswer::of)
                .toList());
    }
}
