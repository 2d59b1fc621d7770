package org.konsil.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.Needs;
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

/** Who is away and who stands in, for programs such as a calendar. */
@Needs(Right.LIST)
@RestController
@RequestMapping("/api/v1/deputies")
@Tag(name = "Deputies")
class DeputiesApi {

    record Absence(
            @NotBlank @Size(max = 80) String person,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 80) String deputy) {}

    record Kept(UUID id, String person, LocalDate from, LocalDate until, String deputy) {}

    record All(List<Kept> items) {}

    private final Deputies deputies;
    private final Access access;

    DeputiesApi(Deputies deputies, Access access) {
        this.deputies = deputies;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "Absences and their deputies",
            description =
                    "Your own, and those of the people of the network that you coordinate; not those that are over.")
    All all() {
        return new All(deputies.seenBy(access.current()).stream()
                .map(away -> new Kept(away.id(), away.userId(), away.from(), away.until(), away.deputy()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say that somebody is away",
            description = "The first and the last day included. The deputy is somebody else of one of the same groups.")
    All record(@Valid @RequestBody Absence absence) {
        deputies.record(absence.person(), absence.from(), absence.until(), absence.deputy(), access.current());
        return all();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "They are back, or not away at all", description = "404 if it is not yours to end.")
    void end(@PathVariable UUID id) {
        deputies.end(id, access.current());
    }
}
