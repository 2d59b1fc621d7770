package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever put a session into another's browser before the sign-in has nothing of it afterwards. */
@ProgramTest
class SessionFixationTests {

    @LocalServerPort
    int port;

    @Test
    void theSessionFromBeforeTheSignInIsWorthNothingAfterIt() {
        var victim = Attacker.nobody(port);
        victim.get("/cases");
        var planted = cookie(victim);
        assertThat(planted).isNotEmpty();

        victim.form("/sign-in", "/sign-in", "username", "clinician.fi", "password", Attacker.PASSWORD);

        assertThat(victim.get("/cases").statusCode()).isEqualTo(200);
        assertThat(cookie(victim)).isNotEqualTo(planted);
        assertThat(Attacker.nobody(port)
                        .get("/cases", "Cookie", "konsil=" + planted)
                        .statusCode())
                .isEqualTo(302);
    }

    /** A session that this program did not begin is not taken on. */
    @Test
    void anIdThatWasMadeUpIsNotTaken() {
        var answer = Attacker.nobody(port).get("/sign-in", "Cookie", "konsil=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(it -> it.contains("=AAAAAAAAAAAAAAAA"));
    }

    private static String cookie(Attacker browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("konsil"))
                .map(it -> it.getValue())
                .findFirst()
                .orElse("");
    }
}
