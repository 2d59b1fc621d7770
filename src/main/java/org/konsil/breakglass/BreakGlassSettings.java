package org.konsil.breakglass;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a case stays open.
 *
 * @param usual where nobody asks for another time
 * @param longest that can be asked for; never more than a day
 */
@Validated
@ConfigurationProperties("konsil.break-glass")
record BreakGlassSettings(
        @DefaultValue("1h") @NotNull @DurationMin(minutes = 1)
        Duration usual,

        @DefaultValue("24h") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration longest) {}
