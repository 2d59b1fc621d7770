package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

    private final AtomicLong now = new AtomicLong();
    private final Heartbeat heartbeat = new Heartbeat(Duration.ofSeconds(15), now::get);

    private void secondsPass(int seconds, long committed) {
        for (int i = 0; i < 4 * seconds; i++) {
            now.addAndGet(250_000_000);
            heartbeat.look(committed);
        }
    }

    @Test
    void anIdleProcessorIsAlive() {
        heartbeat.handled(7);
        secondsPass(3600, 7);
        assertThat(heartbeat.complaint()).isEmpty();
        secondsPass(1, 8); // new work after a long rest
        assertThat(heartbeat.complaint()).isEmpty();
    }

    @Test
    void aSlowProcessorIsAlive() {
        for (int position = 1; position < 100; position++) {
            heartbeat.handled(position);
            secondsPass(10, 1000);
            assertThat(heartbeat.complaint()).isEmpty();
        }
    }

    @Test
    void aProcessorThatStandsStillWhileTheLogGoesOnIsNot() {
        heartbeat.handled(7);
        secondsPass(14, 20);
        assertThat(heartbeat.complaint()).isEmpty();
        secondsPass(3, 25);
        assertThat(heartbeat.complaint().orElseThrow())
                .contains("has not moved for 16 s")
                .contains("stands at position 7 while the log goes on to 25");
        heartbeat.handled(8);
        secondsPass(1, 25);
        assertThat(heartbeat.complaint()).isEmpty();
    }
}
