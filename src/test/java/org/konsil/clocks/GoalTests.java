package org.konsil.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTests {

    @ParameterizedTest
    @CsvSource({
        "P14D, 2026-06-01T10:00:00Z, 2026-06-15T10:00:00Z",
        "PT24H, 2026-06-01T10:00:00Z, 2026-06-02T10:00:00Z",
        // a Friday; the Monday after is the first of three
        "WD3, 2026-06-05T10:00:00Z, 2026-06-10T10:00:00Z",
        // over Easter Monday, 6 April 2026
        "WD1, 2026-04-03T10:00:00Z, 2026-04-07T10:00:00Z",
        // over Christmas and New Year
        "WD5, 2026-12-24T10:00:00Z, 2027-01-04T10:00:00Z",
        // summer time ends meanwhile: still ten o'clock where the networks are
        "P7D, 2026-10-20T08:00:00Z, 2026-10-27T09:00:00Z"
    })
    void aGoalIsCountedFromItsStart(String goal, Instant start, Instant due) {
        assertThat(Goal.of(goal).from(start)).isEqualTo(due);
    }

    @Test
    void whatIsNoGoalIsRefused() {
        assertThatThrownBy(() -> Goal.of("soon")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Goal.of("WD")).isInstanceOf(IllegalArgumentException.class);
    }
}
