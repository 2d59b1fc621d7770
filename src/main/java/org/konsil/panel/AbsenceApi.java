package org.konsil.panel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** When experts are away, for programs such as a calendar. */
@Needs(Right.KEEP_ABSENCES)
@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "Absences")
class AbsenceApi {

    /** @param deputy an expert of the same network */
    record Away(
            @NotBlank @Size(max = 80) String expert,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Size(max = 80) @Nullable String deputy) {}

    record Absent(
            UUID id,
            String expert,
            LocalDate from,
            LocalDate until,
            @Nullable String deputy) {}

    record All(List<Absent> items) {}

    record Taken(
            UUID id,

            @Schema(description = "panels on which another expert is asked now")
            int replacedOn) {}

    private final Absences absences;
    private final Access access;

    AbsenceApi(Absences absences, Access access) {
        this.absences = absences;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Your own absences, and those of the experts whose network you coordinate")
    All all() {
        return new All(absences.of(access.current()).stream()
                .map(it -> new Absent(it.id(), it.expert(), it.from(), it.until(), it.deputy()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say that an expert is away",
            description = "The first and the last day included. Where an opinion is awaited and cannot come in time any"
                    + " more, another expert is asked at once, the deputy first.")
    Taken record(@Valid @RequestBody Away away) {
        var recorded = absences.record(away.expert(), away.from(), away.until(), away.deputy(), access.current());
        return new Taken(recorded.id(), recorded.replacedOn());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The expert is back, or not away at all")
    void end(@PathVariable UUID id) {
        absences.end(id, access.current());
    }
}
