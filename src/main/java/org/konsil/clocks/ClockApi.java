package org.konsil.clocks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves time on in a demonstration or a test. Not there in production. */
@Needs(Right.OPERATE)
@RestController
@Profile({"demo", "test"})
@Tag(name = "Clock", description = "Demonstrations and tests only.")
class ClockApi {

    record Advance(@NotBlank String by) {}

    record Time(Instant now) {}

    static final class NoDuration extends Refusal {
        NoDuration() {
            super(
                    Kind.INVALID,
                    "clock-no-duration",
                    "Not an ISO 8601 duration",
                    List.of(new Field("/by", "must be an ISO 8601 duration such as P40D or PT2H")));
        }
    }

    private final ClockAdvance advance;
    private final Clock clock;

    ClockApi(ClockAdvance advance, Clock clock) {
        this.advance = advance;
        this.clock = clock;
    }

    @GetMapping("/api/v1/clock")
    @Operation(summary = "What time it is in this demonstration")
    Time now() {
        return new Time(clock.instant());
    }

    @PostMapping("/api/v1/clock/advance")
    @Operation(
            summary = "Move the clock of this demonstration forward",
            description =
                    "By an ISO 8601 duration, at most twenty years, never back. Waits until nothing is under way; 409 after"
                            + " ten seconds.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Something is still under way", content = @Content)
    Time advance(@Valid @RequestBody Advance by, Principal who) {
        try {
            return new Time(advance.by(Amount.of(by.by()), Actor.of(who.getName())));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new NoDuration();
        }
    }
}
