package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BoundsTests {

    private static final long MEGABYTE = 1 << 20;
    private static final Command COMPLETION = Command.on(1, ValueType.JOB, JobIntent.COMPLETE, new JobRecord());

    private final Bounds bounds = new Bounds(CoreSettings.in(Path.of("there")).bounded(100 * MEGABYTE, 64 * MEGABYTE));

    @Test
    void withinTheBoundsEverythingIsTaken() {
        bounds.look(64 * MEGABYTE, 100 * MEGABYTE);
        assertThat(bounds.objection(Asks.creation())).isEmpty();
        assertThat(bounds.complaint()).isEmpty();
    }

    @Test
    void aDatabaseThatIsBehindRefusesNewWorkFirst() {
        bounds.look(1000 * MEGABYTE, 101 * MEGABYTE);
        assertThat(bounds.objection(Asks.creation()).orElseThrow())
                .hasMessageContaining("The database of the searches lacks 101 MB")
                .hasMessageContaining("konsil.engine-settings.longest-lag allows 100 MB");
        assertThat(bounds.objection(COMPLETION)).isEmpty();
        bounds.look(1000 * MEGABYTE, 126 * MEGABYTE);
        assertThat(bounds.objection(COMPLETION)).isPresent();
        bounds.look(1000 * MEGABYTE, 0);
        assertThat(bounds.objection(Asks.creation())).isEmpty();
    }

    @Test
    void aDiskThatGetsFullRefusesNewWorkFirst() {
        bounds.look(63 * MEGABYTE, 0);
        assertThat(bounds.objection(Asks.creation()).orElseThrow())
                .hasMessageContaining("Only 63 MB are free")
                .hasMessageContaining("make room");
        assertThat(bounds.objection(COMPLETION)).isEmpty();
        bounds.look(31 * MEGABYTE, 0);
        assertThat(bounds.objection(COMPLETION)).isPresent();
        assertThat(bounds.complaint()).isPresent();
    }
}
