package org.konsil.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in who reads pages as a browser gets them. */
final class Clicker {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/work[^\"]*[?&;]after=[^\"]*)\"");

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> cookies = new TreeMap<>();

    private Clicker(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** @param http shared by many, without cookies of its own and without following redirections */
    static Clicker signedIn(HttpClient http, URI base, String account) throws IOException, InterruptedException {
        var clicker = new Clicker(http, base);
        var token = TOKEN.matcher(clicker.open("/sign-in"));
        if (!token.find()) {
            throw new AssertionError("There is no form to sign in with");
        }
        var fields = Map.of("username", account, "password", "konsil-demo", "_csrf", token.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = clicker.send(clicker.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError(account + " is not let in: " + answer.statusCode());
        }
        return clicker;
    }

    /** The page; any answer but a page is an error. */
    String open(String path) throws IOException, InterruptedException {
        var answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Where the next page of a list is. */
    static List<String> next(String page) {
        return NEXT.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .limit(1)
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
