package org.konsil.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.core.env.Environment;

/** The program that has the data folder open, asked over HTTP as its administrator. */
record RunningProgram(Environment settings) {

    private static final int CREATED = 201;

    /** Has it take a backup into its own folder; answers the archive. */
    Path takeBackup() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(call())
                .header("Authorization", credentials())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            var said = new ObjectMapper().readTree(reply.body());
            if (reply.statusCode() != CREATED)
                throw new NoAnswer("The program at %s refused (%d): %s"
                        .formatted(
                                request.uri(),
                                reply.statusCode(),
                                said.path("detail").asText(reply.body())));
            return folder().resolve(said.path("name").asText());
        } catch (ConnectException e) {
            throw new NoAnswer(
                    "The data folder is in use, but nobody answers at %s: set KONSIL_URL to where the program listens, or stop it."
                            .formatted(call()));
        }
    }

    private URI call() {
        return RestoreBackup.alone(settings)
                ? URI.create(address("konsil.engine-settings.address", "konsil.engine-settings.rest-port", 8088)
                        + "/actuator/backups")
                : URI.create(address("server.address", "server.port", 8080) + "/api/v1/backups");
    }

    private String address(String host, String port, int usual) {
        var known = settings.getProperty("KONSIL_URL");
        return known != null
                ? known
                : "http://%s:%d"
                        .formatted(
                                settings.getProperty(host, "127.0.0.1"),
                                settings.getProperty(port, Integer.class, usual));
    }

    private String credentials() {
        boolean alone = RestoreBackup.alone(settings);
        var token = alone ? null : settings.getProperty("KONSIL_ADMIN_TOKEN");
        if (token != null) return "Bearer " + token.strip();
        var name = alone ? "camunda.client.auth.username" : "KONSIL_ADMIN_USER";
        var secret = alone ? "camunda.client.auth.password" : "KONSIL_ADMIN_PASSWORD";
        var user = settings.getProperty(name);
        var password = settings.getProperty(secret);
        if (user == null || password == null)
            throw new NoAnswer(
                    "The program runs on this data folder, so it is asked for the backup: set %s, or %s and %s, to an account that may, or stop it."
                            .formatted(alone ? "the client's credentials" : "KONSIL_ADMIN_TOKEN", name, secret));
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Path folder() {
        var home = Path.of(settings.getRequiredProperty("konsil.home"));
        var configured = settings.getProperty("konsil.backups.folder");
        return configured == null ? home.resolve("backups") : Path.of(configured);
    }
}
