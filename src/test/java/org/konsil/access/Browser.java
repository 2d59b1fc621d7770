package org.konsil.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies for each place and follows redirects, one step at a time if asked. */
final class Browser {

    /** @param cookies that were set, as they were written */
    record Page(URI address, int status, String text, String location, List<String> cookies, String refresh) {

        String field(String name) {
            var found = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                    .matcher(text);
            return found.find() ? found.group(1) : "";
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI home;
    private final String who;
    final Map<String, Map<String, String>> cookies = new HashMap<>();

    Browser(int port, String who) {
        this.home = URI.create("http://127.0.0.1:" + port);
        this.who = who;
    }

    /** One request, and no redirect followed. */
    Page step(String address) {
        return send(request(home.resolve(address)).GET().build());
    }

    Page open(String address) {
        return follow(step(address));
    }

    /** Sends a form from a page, with the page's token. */
    Page post(Page from, String address, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", from.field("_csrf"));
        var body = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(home.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Page follow(Page page) {
        var now = page;
        for (int steps = 0; steps < 10 && !now.location().isEmpty(); steps++) {
            now = step(now.address().resolve(now.location()).toString());
        }
        return now;
    }

    Page signIn() {
        return open(OpenIdProvider.SIGN_IN);
    }

    String session() {
        return cookies.getOrDefault(home.getAuthority(), Map.of()).getOrDefault("__Host-konsil", "");
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (address.getPath().equals("/oauth2/authorize")) {
            request.header(ProviderServer.WHO, who);
        }
        var known = cookies.getOrDefault(address.getAuthority(), Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page send(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var set = new ArrayList<>(answer.headers().allValues("Set-Cookie"));
            for (var cookie : set) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.computeIfAbsent(request.uri().getAuthority(), place -> new HashMap<>())
                        .put(pair[0], pair[1]);
            }
            return new Page(
                    request.uri(),
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""),
                    set,
                    answer.headers().firstValue("Refresh").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
