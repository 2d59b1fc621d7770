package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What browsers are told to do, and not to do, with every answer. */
@ProgramTest
class HeadersTests {

    @LocalServerPort
    int port;

    @Test
    void noAnswerLetsAForeignOrWrittenInScriptRun() {
        var clinician = Attacker.browser(port, "clinician.fi");
        for (var path : new String[] {"/", "/work", "/cases", "/cases/new", "/no/such/page", "/css/konsil.css"}) {
            var policy = safe(clinician.get(path));
            assertThat(policy).as(path).contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
            assertThat(policy).as(path).doesNotContain("unsafe");
        }
        assertThat(safe(Attacker.nobody(port).get("/sign-in"))).doesNotContain("unsafe");
        // the diagram may place its labels, and nothing more
        assertThat(safe(clinician.get("/cases/" + Cases.registered(port))))
                .containsOnlyOnce("unsafe-inline")
                .contains("style-src-attr 'unsafe-inline'");
    }

    @Test
    void refusalsAreAsSafeAsPages() {
        var nobody = Attacker.nobody(port);
        safe(nobody.get("/work"));
        safe(nobody.send("POST", "/sign-in", "x".repeat(3_000_000), "Content-Type", "text/plain"));
        safe(nobody.send("PUT", "/sign-in", "x"));
        assertThat(safe(nobody.get("/api/v1/cases"))).contains("sandbox");
        assertThat(nobody.raw("GET /cases/%%%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 400 ", "nosniff", "sandbox");
    }

    @Test
    void personalPagesAreKeptByNobody() {
        var clinician = Attacker.browser(port, "clinician.fi");
        var theCase = Cases.registered(port);
        for (var path : new String[] {"/", "/work", "/cases", "/cases/" + theCase, "/api/v1/cases/" + theCase}) {
            assertThat(clinician.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(said -> assertThat(said).contains("no-store"));
        }
    }

    @Test
    void cookiesStayInTheirPlace() {
        var cookie = Attacker.nobody(port)
                .get("/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").containsPattern("SameSite=(Lax|Strict)");
    }

    @Test
    void overASafeConnectionBrowsersAreToldToStayThere() {
        var overTls = Attacker.nobody(port).get("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(overTls.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(said -> assertThat(said).contains("max-age=31536000"));
        assertThat(overTls.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(Attacker.nobody(port).get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private static String safe(HttpResponse<String> answer) {
        var said = answer.headers();
        var what = answer.request().method() + " " + answer.uri() + " " + said.map();
        assertThat(said.firstValue("X-Content-Type-Options")).as(what).hasValue("nosniff");
        assertThat(said.allValues("X-Frame-Options")).as(what).containsExactly("DENY");
        assertThat(said.allValues("Referrer-Policy")).as(what).containsExactly("same-origin");
        assertThat(said.firstValue("Cross-Origin-Opener-Policy")).as(what).hasValue("same-origin");
        assertThat(said.firstValue("Cross-Origin-Resource-Policy")).as(what).hasValue("same-origin");
        assertThat(said.firstValue("Permissions-Policy")).as(what).isPresent();
        assertThat(said.firstValue("Server")).as(what).isEmpty();
        return String.join(" | ", said.allValues("Content-Security-Policy"));
    }
}
