package org.konsil.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody who is signed in and looks at pages. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Browser(URI base) {
        this.base = base;
    }

    static Browser signedIn(URI base, String account) throws IOException, InterruptedException {
        var browser = new Browser(base);
        var form = TOKEN.matcher(browser.open("/sign-in").body());
        if (!form.find()) {
            throw new AssertionError("There is no sign-in form");
        }
        browser.send(
                "/sign-in",
                "username=" + account + "&password=konsil-demo&_csrf=" + URLEncoder.encode(form.group(1), UTF_8));
        return browser;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        var body = HttpRequest.BodyPublishers.ofString(form);
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(20));
    }
}
