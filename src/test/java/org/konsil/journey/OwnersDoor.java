package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where process owners deploy: a multipart post, as Camunda Modeler sends it. */
final class OwnersDoor {

    private static final String BOUNDARY = "konsil-files";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    OwnersDoor(URI base) {
        this.base = base;
    }

    /** @param account nobody if null */
    Door.Reply deploy(@Nullable String account, Map<String, String> files) {
        var body = new StringBuilder();
        files.forEach((name, text) -> body.append("--%s\r\n".formatted(BOUNDARY))
                .append("Content-Disposition: form-data; name=\"resources\"; filename=\"%s\"\r\n\r\n".formatted(name))
                .append(text)
                .append("\r\n"));
        body.append("--%s--\r\n".formatted(BOUNDARY));
        var request = HttpRequest.newBuilder(base.resolve("/v2/deployments"))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString()));
        if (account != null) {
            var pair = (account + ":konsil-demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return send(request.build());
    }

    private Door.Reply send(HttpRequest request) {
        try {
            var reply = http.send(request, BodyHandlers.ofString());
            JsonNode json = Door.JSON.readTree(reply.body());
            return new Door.Reply(reply.statusCode(), json, reply.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
