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
 * for nobody is cancelled, and what could not be delivered goes back.
 */
record Awaited<T>(CompletableFuture<T> coming, Function<T, Object> json, Consumer<T> goesBack) implements Reply {

    private static final long BEAT_MILLIS = 1000;

    @Override
    public void send(HttpServletResponse http) throws IOException {
        var value = await(http);
        try {
            http.setContentType("application/json");
            http.getOutputStream().write(Reply.bytes(json.apply(value)));
            http.flushBuffer();
        } catch (IOException e) {
            goesBack.accept(value);
            throw e;
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
            http.setContentType("application/json");
            http.getOutputStream().write(' ');
            http.flushBuffer();
        } catch (IOException e) {
            coming.cancel(false);
            throw e;
        }
    }
}
