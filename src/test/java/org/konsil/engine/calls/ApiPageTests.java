package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konsil.engine.TestEngine;

/** The page that lists the engine's calls says what is so. */
class ApiPageTests {

    private static final Pattern CALL = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/v2/[^`]*)` \\|");

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("src/docs/engine-api.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void namesEveryCallOfTheClientAndOfTheProtocol() {
        assertThat(ClientCall.all().map(ClientCall::method))
                .allSatisfy(it -> assertThat(page).contains("`" + it + "`"));
        assertThat(GatewayGrpc.getServiceDescriptor().getMethods())
                .allSatisfy(it -> assertThat(page).contains("`" + it.getBareMethodName() + "`"));
    }

    @Test
    void everyCallThatItNamesIsAnswered() throws Exception {
        var calls = CALL.matcher(page).results().toList();
        assertThat(calls).hasSizeGreaterThan(50);
        for (var call : calls) {
            var path = call.group(2).replaceAll("\\{\\w+}", "1");
            var request = HttpRequest.newBuilder(
                            TestEngine.shared().restAddress().resolve(path))
                    .header("Content-Type", "application/json")
                    .method(call.group(1), BodyPublishers.ofString("nonsense"));
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertThat(answer.body()).as(path).doesNotContain("This engine has no call", "Method '");
        }
    }

    @Test
    void whatIsOutIsInIt() {
        var out = page.substring(page.indexOf("## What is out"));
        var words = Pattern.compile("`(?:[A-Z]+ )?(/[^`]*)`")
                .matcher(out)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
        assertThat(Stream.of(OutOfScope.values()).flatMap(it -> Stream.of(it.calls)))
                .allSatisfy(call ->
                        assertThat(covered(call.split(" ")[1], words)).as(call).isTrue());
    }

    private static boolean covered(String path, List<String> words) {
        return words.stream().anyMatch(word -> path.startsWith(word) || path.endsWith(word));
    }
}
