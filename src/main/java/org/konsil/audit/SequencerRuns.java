package org.konsil.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the sequencer look twice a second, from start to stop. */
@Component
class SequencerRuns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerRuns.class);

    private final Sequencer sequencer;
    private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

    SequencerRuns(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public void start() {
        var starting = new SimpleAsyncTaskScheduler();
        starting.setThreadNamePrefix("audit-sequencer-");
        starting.setTaskTerminationTimeout(5_000);
        scheduler = starting;
        run(starting);
    }

    private void run(TaskScheduler on) {
        on.scheduleWithFixedDelay(this::look, Duration.ofMillis(500));
    }

    private void look() {
        try {
            while (!sequencer.isIdle() && isRunning() && sequencer.chain() > 0) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The history could not be chained just now ({}); it will be tried again",
                    e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        var stopping = scheduler;
        scheduler = null;
        if (stopping != null) {
            stopping.close();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
