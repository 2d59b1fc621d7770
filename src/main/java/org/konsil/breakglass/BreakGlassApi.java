package org.konsil.breakglass;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Break-glass over HTTP. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Break-glass", description = "Open a case with a reason; see who did.")
class BreakGlassApi {

    record Asked(
            @Schema(example = "Complaint of the family, 2026-11-20: was the EEG read?") @NotBlank
            String reason,

            @Schema(example = "PT1H", description = "ISO 8601; one hour if left out") @Nullable
            Duration duration) {}

    record Opened(UUID id, Instant until) {}

    record All(List<Account.Told> items) {}

    private final Openings openings;
    private final Account account;
    private final Access access;

    BreakGlassApi(Openings openings, Account account, Access access) {
        this.openings = openings;
        this.account = account;
        this.access = access;
    }

    @Needs(Right.BREAK_GLASS)
    @PostMapping("/cases/{caseId}/openings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open a case's clinical content with a reason",
            description =
                    "For auditors, and data protection officers of the home provider. Others are told at once; every"
                            + " reading is an entry of the history. 409 if nobody else could be told, or if it is open already.")
    Opened open(@PathVariable CaseId caseId, @Valid @RequestBody Asked asked) {
        var duration = asked.duration() == null ? openings.usual() : asked.duration();
        var opening = openings.open(caseId, asked.reason(), duration, access.current());
        return new Opened(opening.id(), opening.until());
    }

    @Needs(Right.REVIEW_OPENINGS)
    @GetMapping("/openings")
    @Operation(summary = "Who opened which case, why, until when, and what they read, the newest first")
    All all(Locale locale) {
        var reader = access.current();
        return new All(openings.shownTo(reader).stream()
                .map(opening -> account.of(opening, reader, locale))
                .toList());
    }

    @Needs(Right.REVIEW_OPENINGS)
    @PostMapping("/openings/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End it before its time", description = "Twice is once.")
    void end(@PathVariable UUID id) {
        openings.end(id, access.current());
    }

    @Needs(Right.REVIEW_OPENINGS)
    @PostMapping("/openings/{id}/looked")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that you have looked at it", description = "Your notice goes away.")
    void looked(@PathVariable UUID id) {
        openings.looked(id, access.current());
    }
}
