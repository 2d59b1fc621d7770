package org.konsil.hostile;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends what it likes: as a browser with its cookies, as a program with its credentials, or byte by byte. */
final class Attacker {

    static final String PASSWORD = "konsil-demo";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private final @Nullable String credentials;

    private Attacker(int port, @Nullable String credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    static Attacker nobody(int port) {
        return new Attacker(port, null);
    }

    /** A program with an account's password. */
    static Attacker program(int port, String account) {
        return withCredentials(port, "Basic " + encoded(account + ":" + PASSWORD));
    }

    static Attacker withCredentials(int port, String header) {
        return new Attacker(port, header);
    }

    /** Somebody who has signed in at the page. */
    static Attacker browser(int port, String account) {
        var browser = new Attacker(port, null);
        var answer = browser.form("/sign-in", "/sign-in", "username", account, "password", PASSWORD);
        if (answer.headers().firstValue("Location").orElse("wrong").endsWith("wrong")) {
            throw new AssertionError(account + " was not let in");
        }
        return browser;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, body, "Content-Type", "application/json");
    }

    /** Sends a form with the token that stands on a page. */
    HttpResponse<String> form(String page, String to, String... fields) {
        return send(
                "POST",
                to,
                "_csrf=" + encode(token(page)) + fields(fields),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    static String fields(String... fields) {
        var body = new StringBuilder();
        for (int at = 0; at < fields.length; at += 2) {
            body.append('&').append(encode(fields[at])).append('=').append(encode(fields[at + 1]));
        }
        return body.toString();
    }

    String token(String page) {
        var found = TOKEN.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (credentials != null) {
            request.setHeader("Authorization", credentials);
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What no client would send. @return the whole answer */
    String raw(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
