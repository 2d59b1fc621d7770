package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that the program has, taken from the program itself, so that a new one is attacked as well. */
@ProgramTest
class RoutesTests {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What anybody may open: where people sign in, what an error says, whether the program is well, what the calls are. */
    private static final String OPEN =
            "/(sign-in|error|actuator/health|v3/api-docs|oauth2|login|step-up|sign-out|still).*";

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");

    record Entrance(String method, String pattern) {

        boolean reads() {
            return READING.contains(method);
        }

        String with(String caseId) {
            return pattern.replaceAll("\\{(caseId|case)}", caseId)
                    .replaceAll(
                            "\\{(fileId|message|id|messageId|requestId)}",
                            UUID.randomUUID().toString())
                    .replaceAll("\\{[^}]*}", "4711");
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void nobodyComesInUninvited() {
        var nobody = Attacker.nobody(port);
        var caseId = Cases.registered(port);
        assertThat(entrances()).hasSizeGreaterThan(50);
        entrances().stream()
                .filter(entrance -> !entrance.pattern().matches(OPEN))
                .forEach(entrance -> {
                    var answer = nobody.json(entrance.method(), entrance.with(caseId), "{}");
                    assertThat(answer.statusCode()).as(entrance.toString()).isIn(302, 401, 403, 404);
                    if (answer.statusCode() == 302) {
                        assertThat(answer.headers().firstValue("Location"))
                                .as(entrance.toString())
                                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
                    }
                });
    }

    @Test
    void aChangeThatAnotherSiteSendsThroughABrowserIsRefused() {
        var caseId = Cases.registered(port);
        for (var account : new String[] {"clinician.fi", "owner", "admin"}) {
            var browser = Attacker.browser(port, account);
            changes().forEach(change -> {
                for (var type : new String[] {"application/json", "application/x-www-form-urlencoded", "text/plain"}) {
                    var answer = browser.send(change.method(), change.with(caseId), "text=x", "Content-Type", type);
                    assertThat(answer.statusCode()).as(account + " " + change).isEqualTo(403);
                }
            });
            assertThat(browser.get("/").statusCode()).as("still signed in").isEqualTo(200);
        }
    }

    @Test
    void aChangeWithCredentialsThatABrowserRemembersIsRefused() {
        var caseId = Cases.registered(port);
        var remembered = Attacker.program(port, "clinician.fi");
        changes().filter(change -> change.pattern().startsWith("/api/")).forEach(change -> {
            var answer = remembered.send(
                    change.method(),
                    change.with(caseId),
                    "{}",
                    "Content-Type",
                    "text/plain",
                    "Sec-Fetch-Site",
                    "cross-site");
            assertThat(answer.statusCode()).as(change.toString()).isEqualTo(403);
        });
    }

    @Test
    void readingRoutesChangeNothing() {
        assertThat(entrances())
                .as("what changes something is no GET")
                .noneMatch(entrance -> entrance.reads()
                        && entrance.pattern().matches(".*/(claim|release|delegate|complete|advance|withdraw|delete)"));
    }

    /** Who may not know of a case is answered as for one that does not exist: same status, same words. */
    @Test
    void aCaseOfOthersIsLikeNone() {
        var theirs = Cases.registered(port);
        var none = theirs.substring(0, theirs.length() - 4) + (theirs.endsWith("0000") ? "1111" : "0000");
        for (var account : new String[] {
            "clinician.no", "dpo.se", "expert5.bond", "dispatcher.bond", "lead.euro-nmd", "guest.uk", "funding.de"
        }) {
            var program = Attacker.program(port, account);
            var browser = Attacker.browser(port, account);
            var token = browser.token("/");
            for (var entrance : ofCases()) {
                var visitor = entrance.pattern().startsWith("/api/") ? program : browser;
                var seen = attempt(visitor, entrance, theirs, token);
                assertThat(words(seen))
                        .as(account + " " + entrance)
                        .isEqualTo(words(attempt(visitor, entrance, none, token)));
                assertThat(seen.statusCode()).as(account + " " + entrance).isGreaterThanOrEqualTo(400);
                assertThat(seen.body()).doesNotContain("Virtanen", "seizures");
            }
        }
    }

    private static HttpResponse<String> attempt(Attacker visitor, Entrance entrance, String caseId, String token) {
        if (entrance.reads()) {
            return visitor.get(entrance.with(caseId));
        }
        return entrance.pattern().startsWith("/api/")
                ? visitor.json(entrance.method(), entrance.with(caseId), "{}")
                : visitor.send(
                        entrance.method(),
                        entrance.with(caseId),
                        "_csrf=" + Attacker.encode(token) + "&text=x",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static String words(HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body());
        return answer.statusCode() + " "
                + (code.find()
                        ? code.group(1)
                        : answer.body()
                                .lines()
                                .filter(line -> line.length() < 40)
                                .findFirst()
                                .orElse(""));
    }

    private List<Entrance> ofCases() {
        return entrances().stream()
                .filter(entrance -> entrance.pattern().contains("/{caseId}"))
                .toList();
    }

    private Stream<Entrance> changes() {
        return entrances().stream()
                .filter(entrance -> !entrance.reads() && !entrance.pattern().matches("/error"));
    }

    private List<Entrance> entrances() {
        var all = new ArrayList<Entrance>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(route -> {
            var methods = route.getMethodsCondition().getMethods();
            route.getPatternValues().forEach(pattern -> {
                if (methods.isEmpty()) {
                    all.add(new Entrance("GET", pattern));
                    all.add(new Entrance("POST", pattern));
                }
                methods.forEach(method -> all.add(new Entrance(method.name(), pattern)));
            });
        });
        return all;
    }
}
