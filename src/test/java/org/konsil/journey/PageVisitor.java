package org.konsil.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in who sends the forms of pages as a browser does. */
public final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String BOUNDARY = "the-next-part-of-the-form";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;

    private PageVisitor(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    public static PageVisitor signedIn(int port, String account) {
        var visitor = new PageVisitor(port);
        visitor.send("/sign-in", "/sign-in", Map.of("username", account, "password", "konsil-demo"));
        return visitor;
    }

    /** @param page on which the form stands @return the page that follows */
    String send(String page, String to, Map<String, String> fields) {
        var token = TOKEN.matcher(answer(request(page).GET()));
        if (!token.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        var all = new HashMap<>(fields);
        all.put("_csrf", token.group(1));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with one file, named {@code file}. @param page on which the form stands @return the page that follows */
    public String upload(String page, String to, String name, byte[] content, Map<String, String> fields) {
        var token = TOKEN.matcher(answer(request(page).GET()));
        if (!token.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        var all = new HashMap<>(fields);
        all.put("_csrf", token.group(1));
        var body = new ByteArrayOutputStream();
        all.forEach((field, value) -> part(body, field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "file\"; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(request(to)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n".formatted(BOUNDARY, name);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The page, which must answer so. */
    String open(String path, int status) {
        var response = response(request(path).GET());
        if (response.statusCode() != status) {
            throw new AssertionError(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html");
    }

    private String answer(HttpRequest.Builder request) {
        return response(request).body();
    }

    private HttpResponse<String> response(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
