package org.konsil.absences;

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

/** When people are away, for programs such as a calendar. */
@Needs(Right.LIST)
@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "Absences")
class AbsencesApi {

    /** @param person a user id */
    record AbsenceSaid(
            @NotBlank @Size(max = 80) String person,
            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @Schema(
                    description =
                            "somebody of one of the same groups, or an expert of the same network; for another person only"
                                    + " somebody of the network that you coordinate; left out: nobody")
            @Size(max = 80)
            @Nullable
            String deputy) {}

    record AbsenceAnswer(
            UUID id,
            String person,
            LocalDate from,
            LocalDate until,
            @Nullable String deputy) {}

    record AllAbsences(List<AbsenceAnswer> items) {}

    record AbsenceTaken(
            UUID id,

            @Schema(description = "panels on which another expert is asked now")
            int replacedOn) {}

    private final AbsenceBook book;
    private final Access access;

    AbsencesApi(AbsenceBook book, Access access) {
        this.book = book;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary = "Absences and deputies",
            description =
                    "Your own, and those of the people of the network that you coordinate; not those that are over, nor what"
                            + " they arranged for themselves with a deputy from elsewhere.")
    AllAbsences all() {
        return new AllAbsences(book.seenBy(access.current()).stream()
                .map(it -> new AbsenceAnswer(it.id(), it.person(), it.from(), it.until(), it.deputy()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say that somebody is away",
            description =
                    "The first and the last day included. What is in their hands is the deputy's meanwhile. Where an"
                            + " opinion is awaited and cannot come in time any more, another expert is asked at once, the deputy"
                            + " first. The same twice is once.")
    AbsenceTaken record(@Valid @RequestBody AbsenceSaid said) {
        var recorded = book.record(said.person(), said.from(), said.until(), said.deputy(), access.current());
        return new AbsenceTaken(recorded.id(), recorded.replacedOn());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "They are back, or not away at all", description = "404 if it is not yours to end.")
    void end(@PathVariable UUID id) {
        book.end(id, access.current());
    }
}
