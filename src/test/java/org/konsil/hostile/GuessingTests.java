package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who guesses is not even asked after a while. Each test comes from an address of its own, as a proxy tells it. */
@ProgramTest
class GuessingTests {

    private static final String FROM = "X-Forwarded-For";
    private static final AtomicInteger HOST = new AtomicInteger(1);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final String address = "203.0.113." + HOST.getAndIncrement();

    @Test
    void tenWrongPasswordsCloseTheDoorToTheEleventhEvenIfItIsRight() {
        for (int at = 0; at < 10; at++) {
            assertThat(call("dpo.nl:guess" + at, address)).isEqualTo(401);
        }
        var eleventh = Attacker.withCredentials(port, "Basic " + Attacker.encoded("dpo.nl:" + Attacker.PASSWORD))
                .get("/api/v1/work-items", FROM, address);
        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(eleventh.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 900L);
        assertThat(eleventh.body()).contains("too-many-requests");

        assertThat(call("dpo.nl:" + Attacker.PASSWORD, "203.0.113.200"))
                .as("the owner of the account elsewhere")
                .isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'request-refused'"
                                + " AND reason = 'too-many-requests'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void thePageSaysItInWords() {
        var guesser = Attacker.nobody(port);
        for (int at = 0; at < 10; at++) {
            assertThat(signIn(guesser, "guess" + at)).isEqualTo(302);
        }
        assertThat(signIn(guesser, Attacker.PASSWORD)).isEqualTo(429);
    }

    @Test
    void whoSignsInBeginsAnew() {
        for (int round = 0; round < 3; round++) {
            for (int at = 0; at < 6; at++) {
                assertThat(call("dpo.se:guess" + at, address)).isEqualTo(401);
            }
            assertThat(call("dpo.se:" + Attacker.PASSWORD, address)).isEqualTo(200);
        }
    }

    @Test
    void whoeverSitsBeforeAnOpenSessionMayNotTryPasswordsThere() {
        var session = Attacker.browser(port, "dpo.ua");
        var tries = 0;
        while (session.form("/", "/sign-in/again", "password", "guess" + tries).statusCode() == 200) {
            assertThat(++tries).as("guesses").isLessThan(20);
        }
        assertThat(session.form("/", "/sign-in/again", "password", Attacker.PASSWORD)
                        .statusCode())
                .as("the session is over, or the guesser is stopped")
                .isIn(403, 429);
    }

    @Test
    void searchesInFloodsAreHeldUp() {
        var program = Attacker.program(port, "clinician.pl");
        var searches = 0;
        while (program.json("POST", "/api/v1/cases/search", "{}").statusCode() != 429) {
            assertThat(++searches).as("searches").isLessThan(400);
        }
        assertThat(program.get("/api/v1/work-items").statusCode())
                .as("other calls")
                .isEqualTo(200);
    }

    @Test
    void importsInFloodsAreHeldUp() {
        var browser = Attacker.browser(port, "clinician.de");
        var imports = 0;
        while (browser.form("/", "/cases/import", "urgency", "routine").statusCode() != 429) {
            assertThat(++imports).as("imports").isLessThan(400);
        }
    }

    /** A proxy adds to the right of what it was given; what stands further left was made up. */
    @Test
    void anAddressThatIsMadeUpDoesNotHelp() {
        for (int at = 0; at < 10; at++) {
            call("dpo.dk:guess" + at, "198.51.100." + at + ", " + address);
        }
        assertThat(call("dpo.dk:" + Attacker.PASSWORD, "198.51.100.77, " + address))
                .isEqualTo(429);
    }

    /** Everything that is refused stands in the history; but the history is not theirs to fill. */
    @Test
    void whoIsNobodyDoesNotFillTheHistory() {
        var nobody = Attacker.nobody(port);
        var before = refusalsOfNobody();
        for (int at = 0; at < 100; at++) {
            assertThat(nobody.get("/api/v1/clock", FROM, address).statusCode()).isEqualTo(401);
        }
        assertThat(refusalsOfNobody() - before).isBetween(1L, 30L);
    }

    private long refusalsOfNobody() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'request-refused' AND actor = 'anonymous'")
                .query(Long.class)
                .single();
    }

    /** What counts looks at the address as it was sent; so it has one spelling only. */
    @Test
    void anAddressThatIsSpeltOtherwiseIsNone() {
        var guesser = Attacker.nobody(port);
        var body = "_csrf=" + Attacker.encode(guesser.token("/sign-in"))
                + Attacker.fields("username", "dpo.dk", "password", "guess");
        for (var path : List.of("/sign%2Din", "/sign-i%6E", "/sign-i%6e", "/%73ign-in")) {
            assertThat(guesser.send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded")
                            .statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(Attacker.program(port, "clinician.dk").get("/api/v1/c%61ses").statusCode())
                .isEqualTo(400);
    }

    private int call(String pair, String from) {
        return Attacker.withCredentials(port, "Basic " + Attacker.encoded(pair))
                .get("/api/v1/work-items", FROM, from)
                .statusCode();
    }

    private int signIn(Attacker guesser, String password) {
        return guesser.send(
                        "POST",
                        "/sign-in",
                        "_csrf=" + Attacker.encode(guesser.token("/sign-in"))
                                + Attacker.fields("username", "dpo.no", "password", password),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        FROM,
                        address)
                .statusCode();
    }
}
