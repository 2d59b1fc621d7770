package org.konsil.engine.gateway.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.konsil.engine.core.Answer;
import org.konsil.engine.core.Command;
import org.konsil.engine.core.Commands;
import org.konsil.engine.core.EngineStopped;

/** Asks the engine and waits, on the request's own thread. */
final class Asking {

    private static final Duration USUAL = Duration.ofSeconds(20);

    private final Commands commands;

    Asking(Commands commands) {
        this.commands = commands;
    }

    Answer ask(Command command) {
        return ask(command, USUAL);
    }

    Answer ask(Command command, Duration atMost) {
        return await(commands.send(command), atMost);
    }

    static <T> T await(CompletableFuture<T> answer, Duration atMost) {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new Problem(504, "DEADLINE_EXCEEDED", "No answer within " + atMost.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new EngineStopped("The REST gateway is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
