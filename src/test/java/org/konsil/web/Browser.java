package org.konsil.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody signed in, sending the forms of pages as a browser does. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;

    private Browser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    static Browser signedIn(int port, String account) {
        var browser = new Browser(port);
        var body = "username=%s&password=konsil-demo&_csrf=%s"
                .formatted(account, URLEncoder.encode(browser.token("/sign-in"), StandardCharsets.UTF_8));
        var request = browser.to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (browser.send(request).uri().getPath().equals("/sign-in")) {
            throw new AssertionError(account + " was not let in");
        }
        return browser;
    }

    HttpResponse<String> open(String page) {
        return send(to(page).GET());
    }

    /** Sends a form with one file. @param form the page that it stands on */
    HttpResponse<String> upload(
            String form, String to, String field, String name, byte[] content, Map<String, String> fields) {
        var boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> part(body, boundary, key, "", value.getBytes(StandardCharsets.UTF_8)));
        part(body, boundary, "_csrf", "", token(form).getBytes(StandardCharsets.UTF_8));
        part(body, boundary, field, "; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(to(to).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String more, byte[] content) {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(boundary, name, more);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String token(String page) {
        var found = TOKEN.matcher(open(page).body());
        if (!found.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        return found.group(1);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The page was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
