package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;

/** The bench profile kills more often. */
@Aside
class CrashTests {

    @TempDir
    Path folder;

    @Test
    void afterFiveKillsNothingAcknowledgedIsLostAndNothingHasHappenedTwice() throws Exception {
        var outcome = Kills.in(folder, 5, 20261122);
        assertThat(outcome.acknowledged()).isGreaterThan(300);
        assertThat(outcome.firstSegment()).as("the log was cut meanwhile").isGreaterThan(1);
    }
}
