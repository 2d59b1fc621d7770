package org.konsil.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody whose request the program has begun to take, and who lets it wait for the body. */
final class SlowCaller implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<HttpResponse<String>> answer;
    private final byte[] body;

    /** Returns when the program has said that it waits for the body. */
    SlowCaller(HttpRequest.Builder request, String body) throws InterruptedException {
        this.body = body.getBytes(UTF_8);
        var late = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::bodyLate), this.body.length);
        answer = http.sendAsync(request.expectContinue(true).POST(late).build(), BodyHandlers.ofString());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Asked for when the program has answered 100. */
    private InputStream bodyLate() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException hungUp) {
            Thread.currentThread().interrupt();
        }
        return new ByteArrayInputStream(body);
    }

    /** Sends the body. @return the answer, which has to be whole */
    HttpResponse<String> finish() throws Exception {
        goOn.countDown();
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Hangs up. */
    @Override
    public void close() {
        http.shutdownNow();
        goOn.countDown();
    }
}
