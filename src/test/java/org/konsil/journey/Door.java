package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The front door of a running Konsil, knocked at over HTTP with a demo account. */
public final class Door {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    private volatile @Nullable Duration ahead;

    public Door(URI base) {
        this.base = base;
    }

    /** A clock that shows what the program believes it is, which a demonstration may have moved on. */
    public Clock clock() {
        if (ahead == null) {
            var there = Instant.parse(as("admin")
                    .get("/api/v1/clock")
                    .expect(200)
                    .body()
                    .path("now")
                    .asText());
            ahead = Duration.between(Instant.now(), there);
        }
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    /** Moves the program's clock on, once nothing is under way. @param by ISO 8601, {@code P3M} */
    public void advance(String by) {
        Awaitility.await("nothing is under way").atMost(Duration.ofMinutes(2)).until(() -> {
            var reply = as("admin").post("/api/v1/clock/advance", Map.of("by", by));
            if (reply.status() != 409) {
                reply.expect(200);
            }
            return reply.status() == 200;
        });
        ahead = null;
    }

    /** Moves the program's clock on to just after a moment, unless it is there already. */
    public void advanceTo(Instant moment) {
        ahead = null;
        var distance = Duration.between(clock().instant(), moment);
        if (!distance.isNegative()) {
            advance(distance.plusMinutes(1).toString());
        }
    }

    /** Where pages are read, too. */
    int port() {
        return base.getPort();
    }

    public static Door at(int port) {
        return new Door(URI.create("http://127.0.0.1:" + port));
    }

    public Visitor as(String account) {
        return new Visitor(account);
    }

    /** One person at the door. */
    public final class Visitor {

        private final String account;

        Visitor(String account) {
            this.account = account;
        }

        public Reply get(String path) {
            return send(request(path).GET());
        }

        public Reply post(String path, Object body) {
            return post(path, body, null);
        }

        public Reply post(String path, Object body, @Nullable String idempotencyKey) {
            try {
                var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
                var request =
                        request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(text));
                return send(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        public Reply put(String path, Object body) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
        }

        /** What is no text. */
        public byte[] download(String path) {
            try {
                var response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
                new Reply(response.statusCode(), MissingNode.getInstance(), path).expect(200);
                return response.body();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private HttpRequest.Builder request(String path) {
            var basic = Base64.getEncoder().encodeToString((account + ":konsil-demo").getBytes(StandardCharsets.UTF_8));
            return HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Accept", "application/json, application/pdf, text/plain;q=0.5")
                    .header("Authorization", "Basic " + basic);
        }

        private Reply send(HttpRequest.Builder request) {
            try {
                var response = http.send(request.build(), BodyHandlers.ofString());
                var body = response.body();
                var json =
                        body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : MissingNode.getInstance();
                return new Reply(response.statusCode(), json, body);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** What came back. */
    public record Reply(int status, JsonNode body, String text) {

        public Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + status + ": " + text);
            }
            return this;
        }
    }
}
