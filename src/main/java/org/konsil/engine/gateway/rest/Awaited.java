package org.konsil.engine.gateway.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An answer that takes its time. A blank now and then, which JSON allows before the value, tells whether the client is still there: what is
 * for nobody is cancelled, and what could not be delivered goes back. The first write to a closed connection succeeds, only the next one
 * fails; so a blank goes ahead of the value as well.
 */
record Awaited<T>(CompletableFuture<T> coming, Function<T, Object> json, Consumer<T> goesBack) implements Reply {

    private static final long BEAT_MILLIS = 1000;
    /** Who was there this long ago is there still. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** How long a refusal of the blank may take on its way back. */
    private static final long REFUSAL_MILLIS = 3;

    @Override
    public void send(HttpServletResponse http) throws IOException {
        long asked = System.nanoTime();
        var value = await(http);
        try {
            if (System.nanoTime() - asked > FRESH_NANOS) {
                blank(http);
                Thread.sleep(REFUSAL_MILLIS);
            }
            http.setContentType("application/json");
            http.getOutputStream().write(Reply.bytes(json.apply(value)));
            http.flushBuffer();
        } catch (IOException e) {
            goesBack.accept(value);
            throw e;
        } catch (InterruptedException e) {
            goesBack.accept(value);
            throw new InterruptedIOException("The REST gateway is stopping");
        }
    }

    private T await(HttpServletResponse http) throws IOException {
        while (true) {
            try {
                return coming.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                beat(http);
            } catch (InterruptedException e) {
                coming.cancel(false);
                throw new InterruptedIOException("The REST gateway is stopping");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
            }
        }
    }

    private void beat(HttpServletResponse http) throws IOException {
        try {
            blank(http);
        } catch (IOException e) {
            coming.cancel(false);
            throw e;
        }
    }

    private static void blank(HttpServletResponse http) throws IOException {
        http.setContentType("application/json");
        http.getOutputStream().write(' ');
        http.flushBuffer();
    }
}
