package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One case whose people write attacks into every field, looked at by all of them; and the attacks that need no case. */
@ProgramTest
class HostileWordsTests {

    private static final List<String> READERS = List.of(
            "clinician.fi", "centre.fi", "dispatcher.epicare", "lead.epicare", "expert2.epicare", "dpo.fi", "auditor");

    @LocalServerPort
    int port;

    @Test
    void whatPeopleWriteRunsNowhereAndCallsNobody() throws IOException {
        try (var elsewhere = new OwnersFilesTests.Elsewhere()) {
            var words = new HostileWords(elsewhere.address());
            var door = Door.at(port);
            var driver = CaseDriver.register(door, "clinician.fi", words.registration(), words::answer);
            for (var form : new String[] {"triage", "expert-opinion", "sign-outcome", "review-advice"}) {
                var item = driver.workUntil(form);
                lookAtEverything(driver.caseId(), item.path("taskKey").asText());
            }
            discuss(door, driver, words);
            driver.workUntilQuiet();
            lookAtEverything(driver.caseId(), "0");

            var paper = door.as("clinician.fi").download(driver.path("/outcome.pdf"));
            try (var pdf = Loader.loadPDF(paper)) {
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                        .contains("<script>window.pwned=1</script>")
                        .doesNotContain("13376377");
            }
            assertThat(elsewhere.visits()).as("calls to an address in a text").isZero();
        }
    }

    /** The panel may be at its end already; then there is nothing to write, which is fine too. */
    private static void discuss(Door door, CaseDriver driver, HostileWords words) {
        var said = door.as("lead.epicare").post(driver.path("/discussion"), Map.of("text", words.text()));
        assertThat(said.status()).isIn(201, 403, 404, 409);
    }

    private void lookAtEverything(String caseId, String task) {
        for (var reader : READERS) {
            var browser = Attacker.browser(port, reader);
            for (var page : new String[] {
                "/",
                "/work",
                "/cases",
                "/cases/" + caseId,
                "/cases/" + caseId + "/panel",
                "/cases/" + caseId + "/outcome",
                "/cases/" + caseId + "/history?everything=true",
                "/cases/" + caseId + "/opinion",
                "/tasks/" + task
            }) {
                HostileWords.areOnlyWords(browser.get(page).body(), reader + " " + page);
            }
        }
        var calls = Attacker.program(port, "clinician.fi");
        for (var call : new String[] {"", "/history", "/discussion", "/processes"}) {
            var answer = calls.get("/api/v1/cases/" + caseId + call);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(call)
                    .matches("application/(problem\\+)?json.*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void whatStandsInAnAddressIsOnlyText() {
        var attack = Attacker.encode("\"'><script>window.pwned=1</script><img src=x>${7*1910911}");
        for (var visitor : new Attacker[] {Attacker.nobody(port), Attacker.browser(port, "clinician.fi")}) {
            for (var page : new String[] {
                "/sign-in?wrong=@",
                "/sign-in?error=@&continue=@",
                "/cases?state=@&network=@&country=@&after=@",
                "/work?stage=@&network=@&country=@&sort=@",
                "/cases/open?number=@",
                "/cases/@",
                "/cases/import/@",
                "/tasks/@",
                "/no/such/@",
                "/@",
                "/audit?from=@",
                "/cases/search?q=@"
            }) {
                var answer = visitor.get(page.replace("@", attack));
                HostileWords.areOnlyWords(answer.body(), page);
                assertThat(answer.headers().map().toString()).doesNotContain("<script");
            }
        }
    }

    @Test
    void nothingFromAnAddressOrAFieldBecomesAHeader() {
        var clinician = Attacker.browser(port, "clinician.fi");
        for (var page : new String[] {
            "/cases/open?number=@", "/cases?state=@", "/sign-in?wrong=@", "/cases/@", "/work?sort=@", "/@"
        }) {
            for (var attack : new String[] {"%0d%0aSet-Cookie:%20pwned=1", "%E5%98%8A%E5%98%8DSet-Cookie:pwned=1"}) {
                var answer = clinician.get(page.replace("@", "x" + attack));
                assertThat(answer.headers().map().toString()).as(page).doesNotContain("pwned=1]");
                assertThat(answer.headers().allValues("Set-Cookie").toString()).doesNotContain("pwned");
            }
        }
        var raw = clinician.raw("GET /cases HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: x\r\n pwned: 1\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(raw).doesNotContain("pwned");
        var twice = clinician.raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n");
        assertThat(twice.split("HTTP/1.1 "))
                .as("one answer to what may be two requests")
                .hasSize(2);
    }

    @Test
    void noAddressLeadsOutOfTheRoom() {
        for (var visitor : new Attacker[] {Attacker.nobody(port), Attacker.browser(port, "admin")}) {
            for (var path : new String[] {
                "/css/../application.yaml",
                "/css/%2e%2e/application.yaml",
                "/css/..%2fapplication.yaml",
                "/css/%252e%252e/application.yaml",
                "/css/..;/application.yaml",
                "/css/..%5capplication.yaml",
                "//etc/passwd",
                "/application.yaml",
                "/processes/referral.bpmn",
                "/forms/triage.form",
                "/messages/web.properties",
                "/db/migration/V1__kernel.sql",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/.git/config",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/beans",
                "/actuator/configprops",
                "/actuator/loggers",
                "/actuator/env;.css",
                "/actuator;/env",
                "/h2-console",
                "/swagger-ui/index.html",
                "/templates/layout.html",
                "/files/",
                "/data/",
                "/error/../actuator/env"
            }) {
                var answer = visitor.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(answer).as(path).matches("(?s)HTTP/1.1 (302|400|401|403|404) .*");
            }
        }
    }

    @Test
    void fieldsThatNobodyAskedForAreRefused() {
        var clinician = Attacker.program(port, "clinician.fi");
        for (var extra : new String[] {
            "state",
            "caseId",
            "stage",
            "network",
            "createdAt",
            "by",
            "controller",
            "version",
            "grants",
            "__proto__",
            "class.module.classLoader.URLs[0]"
        }) {
            var answers = new HostileWords("x").registration().put(extra, "CLOSED");
            var answer = clinician.json("POST", "/api/v1/cases", answers.toString());
            assertThat(answer.statusCode()).as(extra).isEqualTo(422);
        }
        var elsewhere = Door.at(port).as("clinician.fi");
        assertThat(elsewhere
                        .post(
                                "/api/v1/cases",
                                new HostileWords("x").registration().put("provider", "ous"))
                        .status())
                .as("another house's patient")
                .isIn(403, 422);
        var theCase = Cases.registered(port);
        Attacker.browser(port, "clinician.fi")
                .form(
                        "/cases/" + theCase,
                        "/cases/" + theCase + "/report/urgency-changed",
                        "state",
                        "CLOSED",
                        "class.classLoader",
                        "x");
        assertThat(elsewhere
                        .get("/api/v1/cases/" + theCase)
                        .body()
                        .path("state")
                        .asText())
                .isNotEqualTo("CLOSED");
    }

    @Test
    void theSameWordTwiceIsHeardOnce() {
        var door = Door.at(port);
        var driver = CaseDriver.register(
                door, "clinician.fi", new HostileWords("x").registration(), new HostileWords("x")::answer);
        var item = driver.workUntil("record-consent");
        var path = "/api/v1/work-items/" + item.path("taskKey").asText();
        var form = door.as("clinician.fi").get(path + "/form").expect(200).body();
        var before = form.path("version").asInt();
        driver.workUntil("asks for something else", now -> !now.toString().contains("record-consent"));
        var again = Map.of("data", Map.of("consentGiven", "yes"), "version", before);
        assertThat(door.as("clinician.fi").post(path + "/complete", again).status())
                .isIn(404, 409);
    }
}
