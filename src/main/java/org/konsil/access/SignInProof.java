package org.konsil.access;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How and when a person has proved who they are.
 *
 * @param password at this program itself, as only the demonstration allows
 * @param acr the authentication context class that the provider names (OpenID Connect Core, section 2)
 * @param amr the methods that it names (RFC 8176)
 * @param at by this program's clock; null if the provider does not say
 */
record SignInProof(
        boolean password,
        @Nullable String acr,
        List<String> amr,
        @Nullable Instant at) implements Serializable {

    static SignInProof byPassword(Clock clock) {
        return new SignInProof(true, null, List.of(), clock.instant());
    }

    /** @param now when the claims were made, by the clock of whoever made them */
    static SignInProof of(Map<String, Object> claims, @Nullable Instant now, Clock clock) {
        var at = instant(ClaimPath.find(claims, "auth_time"));
        var age = at == null || now == null ? null : Duration.between(at, now);
        return new SignInProof(
                false,
                ClaimPath.word(claims, "acr").orElse(null),
                List.copyOf(ClaimPath.words(claims, "amr")),
                age == null ? null : clock.instant().minus(age.isNegative() ? Duration.ZERO : age));
    }

    /** It is strong enough, and not too old. */
    boolean meets(SignInSettings.StepUps rule, Instant now) {
        var fresh = at != null && !at.plus(rule.maxAge()).isBefore(now);
        return fresh && (password || isStrong(rule));
    }

    private boolean isStrong(SignInSettings.StepUps rule) {
        return (rule.acrValues().isEmpty() || acr != null && rule.acrValues().contains(acr))
                && (rule.amrValues().isEmpty() || amr.stream().anyMatch(rule.amrValues()::contains));
    }

    private static @Nullable Instant instant(@Nullable Object claim) {
        return switch (claim) {
            case Instant instant -> instant;
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }
}
