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
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The front door of a running Konsil, knocked at over HTTP with a demo account. */
public final class Door {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    public Door(URI base) {
        this.base = base;
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

        private HttpRequest.Builder request(String path) {
            var basic = Base64.getEncoder().encodeToString((account + ":konsil-demo").getBytes(StandardCharsets.UTF_8));
            return HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Accept", "application/json")
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
