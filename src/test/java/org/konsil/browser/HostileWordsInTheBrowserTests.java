package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.konsil.hostile.HostileWords;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people and process owners write, in a real browser: on pages, in fields, on the labels of a diagram. Nothing of it runs. */
@BrowserTest
class HostileWordsInTheBrowserTests {

    private static final HostileWords WORDS = new HostileWords("http://127.0.0.1:1/stolen");
    private static final Path DRAWING = Path.of("processes/domestic-no.bpmn");

    private final Browser browser;

    @LocalServerPort
    int port;

    HostileWordsInTheBrowserTests(Browser browser) {
        this.browser = browser;
    }

    @Test
    void nothingThatPeopleWriteRuns() {
        var driver = CaseDriver.register(Door.at(port), "clinician.fi", WORDS.registration(), WORDS::answer);
        var opinion = driver.workUntil("expert-opinion");
        var page = "/cases/" + driver.caseId();
        for (var path : new String[] {page, page + "/history?everything=true", "/cases", "/work"}) {
            look("clinician.fi", path);
        }
        var expert = opinion.path("assignee").asText();
        look(expert, page);
        look(expert, page + "/panel");
        look(expert, "/tasks/" + opinion.path("taskKey").asText());
    }

    @Test
    void nothingOnTheLabelsOfADiagramRuns() throws IOException {
        var drawn = Files.readString(DRAWING);
        var label = "&lt;img src=x onerror=&#34;window.pwned=1&#34;&gt;&lt;script&gt;window.pwned=1&lt;/script&gt;";
        var hostile = drawn.replaceFirst("(<bpmn:userTask id=\"[^\"]+\" name=\")[^\"]*", "$1" + label);
        assertThat(hostile).isNotEqualTo(drawn);
        deploy(hostile);
        try {
            var driver = CaseDriver.register(
                    Door.at(port), "clinician.no", org.konsil.Onni.answers("no", "ous"), WORDS::answer);
            driver.workUntil("domestic-opinion");
            try (var screen = screen("clinician.no", "/cases/" + driver.caseId())) {
                screen.page().locator(".diagram-canvas").first().scrollIntoViewIfNeeded();
                assertThat(screen.page().locator(".diagram-canvas svg").first()).isVisible();
                runsNothing(screen);
            }
        } finally {
            deploy(drawn);
        }
    }

    private void look(String who, String path) {
        try (var screen = screen(who, path)) {
            runsNothing(screen);
        }
    }

    private Screen screen(String who, String path) {
        return Screen.of(who, browser, "http://127.0.0.1:" + port).open(path);
    }

    private static void runsNothing(Screen screen) {
        assertThat(screen.page().evaluate("() => window.pwned === undefined")).isEqualTo(true);
        assertThat(screen.page().locator("#pwn, img[src=x]").count()).isZero();
        assertThat(screen.complaints()).isEmpty();
    }

    private void deploy(String drawing) {
        try (var context = browser.newContext()) {
            var owner =
                    java.util.Base64.getEncoder().encodeToString("owner:konsil-demo".getBytes(StandardCharsets.UTF_8));
            var answer = context.request()
                    .post(
                            "http://127.0.0.1:" + port + "/v2/deployments",
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setHeader("Authorization", "Basic " + owner)
                                    .setMultipart(com.microsoft.playwright.options.FormData.create()
                                            .set(
                                                    "resources",
                                                    new com.microsoft.playwright.options.FilePayload(
                                                            DRAWING.getFileName()
                                                                    .toString(),
                                                            "application/xml",
                                                            drawing.getBytes(StandardCharsets.UTF_8)))));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }
}
