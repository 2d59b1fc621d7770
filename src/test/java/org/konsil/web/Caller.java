package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Calls the running program as any program may: with what it should not send, too. */
final class Caller {

    static final String CLINICIAN = "clinician.fi";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    Answer get(@Nullable String account, String path) {
        return send("GET", account, path, null);
    }

    /** @param body text or bytes as they are; anything else as JSON */
    Answer post(@Nullable String account, String path, Object body, String... headers) {
        return send("POST", account, path, bytes(body), headers);
    }

    Answer send(String method, @Nullable String account, String path, byte @Nullable [] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/json");
        if (account != null) {
            request.setHeader("Authorization", "Basic " + encoded(account));
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            var reply = http.send(request.build(), BodyHandlers.ofString());
            var text = reply.body();
            var json = text.startsWith("{") ? JSON.readTree(text) : MissingNode.getInstance();
            return new Answer(
                    reply.statusCode(),
                    reply.headers().firstValue("Content-Type").orElse(""),
                    json,
                    text);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String account) {
        return Base64.getEncoder().encodeToString((account + ":konsil-demo").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Object body) {
        try {
            return body instanceof byte[] raw
                    ? raw
                    : body instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    record Answer(int status, String type, JsonNode json, String text) {

        Answer is(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }

        /** A no as every no must be: a problem detail that says what, why and what to do, and nothing of the program's inside. */
        Answer refused(int wanted, String code) {
            assertThat(type).as(text).startsWith("application/problem+json");
            assertThat(json.path("code").asText()).as(text).isEqualTo(code);
            for (var said : new String[] {"type", "title", "detail", "do", "instance", "reference"}) {
                assertThat(json.path(said).asText()).as(said + " in " + text).isNotBlank();
            }
            assertThat(text).doesNotContain("org.konsil", "java.", "SELECT ", "Exception");
            return is(wanted);
        }

        /** ... and names this place. */
        Answer naming(String pointer) {
            assertThat(json.path("errors").findValuesAsText("pointer")).as(text).contains(pointer);
            assertThat(json.path("errors").findValuesAsText("reason")).allMatch(reason -> !reason.isBlank());
            return this;
        }
    }
}
