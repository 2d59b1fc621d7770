package org.konsil.process;

import io.camunda.client.CamundaClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.konsil.process.Letter.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: in order within a case, side by side across cases. Wakes when a change is committed, and
 * once a second for what other nodes wrote or what is to be tried again.
 */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int SIDE_BY_SIDE = 16;

    private final OutboxRows rows;
    private final Delivery delivery;
    private final EngineLink link;
    private final boolean alone;
    private final ObjectProvider<CamundaClient> clients;
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore free = new Semaphore(SIDE_BY_SIDE);
    private @Nullable Thread loop;
    private volatile boolean running;
    private boolean tookBack;

    OutboxRelay(
            OutboxRows rows,
            Delivery delivery,
            EngineLink link,
            ObjectProvider<CamundaClient> clients,
            @Value("${konsil.engine:embedded}") String engine) {
        this.rows = rows;
        this.delivery = delivery;
        this.link = link;
        this.alone = engine.equals("embedded");
        this.clients = clients;
        link.whenReady(this::wake);
    }

    void wake() {
        bell.release();
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        var thread = loop;
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            while (running) {
                var sent = round(executor);
                if (sent == 0) {
                    waitForBell();
                }
            }
        }
    }

    private int round(ExecutorService executor) {
        var client = clients.getIfAvailable();
        if (client == null || !link.isDeployed() || free.availablePermits() == 0) {
            return 0;
        }
        try {
            takeBack();
            var letters = rows.take(free.availablePermits());
            letters.forEach(letter -> {
                free.acquireUninterruptibly();
                executor.execute(() -> deliver(letter, client));
            });
            return letters.size();
        } catch (RuntimeException e) {
            LOG.warn("The outbox cannot be read now ({})", e.getClass().getSimpleName());
            return 0;
        }
    }

    /** What an earlier run of this program was sending when it was killed need not wait until its lease ends. */
    private void takeBack() {
        if (!tookBack && alone) {
            rows.takeBack();
        }
        tookBack = true;
    }

    private void deliver(Letter letter, CamundaClient client) {
        try {
            var fate = Courier.carry(letter, client);
            if (fate == Fate.AWAY) {
                link.away("no answer");
            } else {
                link.answered();
            }
            delivery.ended(letter, fate);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Outbox row {} was sent but not ticked off ({}); it is sent again",
                    letter.id(),
                    e.getClass().getSimpleName());
        } finally {
            free.release();
            wake();
        }
    }

    private void waitForBell() {
        try {
            bell.tryAcquire(1, TimeUnit.SECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
