package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.lifecycle.CamundaClientLifecycleAware;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands our processes to the engine when it can be reached, and tries again in the background while it is away. */
@Component
class Deployer implements CamundaClientLifecycleAware {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ProcessFiles files;
    private final EngineLink link;
    private volatile @Nullable Thread running;

    Deployer(ProcessFiles files, EngineLink link) {
        this.files = files;
        this.link = link;
    }

    @Override
    public void onStart(CamundaClient client) {
        running = Thread.ofVirtual().name("deployer").start(() -> deploy(client));
    }

    @Override
    public void onStop(CamundaClient client) {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void deploy(CamundaClient client) {
        var pause = Duration.ofMillis(200);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                files.deployTo(client);
                link.deployed();
                LOG.info("The engine has our processes");
                return;
            } catch (RuntimeException e) {
                LOG.info(
                        "The engine does not take our processes yet ({}); trying again",
                        e.getClass().getSimpleName());
                link.away(e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }
}
