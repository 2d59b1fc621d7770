package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.boards.BoardStory;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Sessions reach calendars by real SMTP: an invitation, its update, and that it is off. */
@HouseTest
@Import({PanelStory.class, BoardStory.class})
class SessionMailTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PostOffice POST = new PostOffice();
    private static final String EXPERT = "expert1.epicare";

    @Autowired
    BoardStory scene;

    @Autowired
    CaseFiles cases;

    @Autowired
    MailRelay relay;

    @Autowired
    Bounces bounces;

    @Autowired
    Choices choices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private CaseId caseId;
    private String session;

    @DynamicPropertySource
    static void aMailServer(DynamicPropertyRegistry registry) {
        POST.open(registry);
    }

    @AfterAll
    static void theServerGoes() {
        POST.close();
    }

    @BeforeEach
    void aSessionWithACaseOnItsAgenda() throws Exception {
        caseId = scene.ready();
        session = planned();
        call("PUT", "/sessions/" + session + "/agenda/" + caseId, Map.of());
        jdbc.sql("DELETE FROM news").update();
        jdbc.sql("DELETE FROM mail").update();
        POST.empty();
    }

    @AfterEach
    void theUsualChoices() {
        jdbc.sql("DELETE FROM news_choice").update();
    }

    @Test
    void whoIsAskedIsInvitedByMailWithNetworkMomentAndLinkAndNothingElse() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();

        var mail = POST.to(EXPERT).getFirst();
        var calendar = calendar(mail);
        var event = calendar.getEvents().getFirst();
        assertThat(POST.to(EXPERT)).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Regular board of ERN EpiCARE");
        assertThat(type(mail)).contains("text/calendar", "method=REQUEST");
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(session + "@konsil");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("konsil@example.org");
        assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo(EXPERT + "@example.org");
        assertThat(event.getUrl().getValue()).isEqualTo("https://konsil.example.org/boards/sessions/" + session);
        assertThat(event.getLocation()).isNull();
        assertThat(words(mail) + Biweekly.write(calendar).go())
                .contains("Regular board of ERN EpiCARE")
                .doesNotContain(cases.summary(caseId).pseudonym())
                .doesNotContain(caseId.toString())
                .doesNotContainIgnoringCase("seizure")
                .doesNotContainIgnoringCase("ORPHA");
    }

    @Test
    void anUpdateHasAHigherSequenceAndWhatIsOffIsCanceled() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        var later = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(40));
        call("PUT", "/sessions/" + session + "/moment", Map.of("moment", later.toString()));
        relay.look();
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();

        var mails = POST.to(EXPERT);
        assertThat(mails).hasSize(3);
        var update = calendar(mails.get(1));
        assertThat(update.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(update.getEvents().getFirst().getSequence().getValue()).isEqualTo(1);
        assertThat(start(update)).isEqualTo(later);
        var off = calendar(mails.get(2));
        assertThat(off.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(off.getEvents().getFirst().getSequence().getValue()).isEqualTo(2);
        assertThat(off.getEvents().getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(off.getEvents().getFirst().getUid().getValue()).isEqualTo(session + "@konsil");
    }

    @Test
    void twicePressedIsMailedOnceAndWhatChangesBeforeItIsSentIsSaidByTheNewerMail() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        assertThat(POST.to(EXPERT)).hasSize(1);

        var later = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(41));
        call("PUT", "/sessions/" + session + "/moment", Map.of("moment", later.toString()));
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).hasSize(2);
        assertThat(calendar(POST.to(EXPERT).getLast()).getMethod().getValue()).isEqualTo("CANCEL");
    }

    @Test
    void whoIsNotAskedAnyMoreLosesTheEntryWithTheNextChange() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        call("DELETE", "/sessions/" + session + "/agenda/" + caseId, Map.of());
        call("POST", "/sessions/" + session + "/invite", Map.of());
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).hasSize(2);
        assertThat(calendar(POST.to(EXPERT).getLast()).getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(POST.to("coordinator.epicare")).hasSize(1);
    }

    @Test
    void whatNobodyWasInvitedToIsCanceledForNobody() throws Exception {
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).isEmpty();
        assertThat(POST.to("coordinator.epicare")).isEmpty();
    }

    @Test
    void anInvitationThatWasNotSentYetIsNotCanceledEither() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).isEmpty();
    }

    @Test
    void whoLostTheEntryIsNotToldAgainThatItIsOff() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        call("DELETE", "/sessions/" + session + "/agenda/" + caseId, Map.of());
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        call("PUT", "/sessions/" + session + "/agenda/" + caseId, Map.of());
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).hasSize(2);
        assertThat(POST.to("coordinator.epicare")).hasSize(2);
    }

    @Test
    void whoWasInvitedLongAgoIsRememberedAsLongAsTheSessionIsAhead() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        var longAgo = clock.instant().minus(Duration.ofDays(400)).atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE mail SET written_at = ?").param(longAgo).update();

        relay.forget();
        call("POST", "/sessions/" + session + "/cancel", Map.of());
        relay.look();
        assertThat(calendar(POST.to(EXPERT).getLast()).getMethod().getValue()).isEqualTo("CANCEL");

        jdbc.sql("UPDATE mail SET written_at = ?").param(longAgo).update();
        jdbc.sql("UPDATE board_meeting SET starts_at = ? WHERE id = ?")
                .params(longAgo, UUID.fromString(session))
                .update();
        relay.forget();
        assertThat(jdbc.sql("SELECT count(*) FROM mail").query(Long.class).single())
                .isZero();
    }

    @Test
    void whoWantsNoMailAboutSessionsGetsNoneAndSeesItOnThePage() throws Exception {
        choices.choose(EXPERT, Map.of(Kind.SESSION, Pace.NONE));
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();

        assertThat(POST.to(EXPERT)).isEmpty();
        assertThat(jdbc.sql("SELECT kind FROM news WHERE person = ?")
                        .param(EXPERT)
                        .query(String.class)
                        .list())
                .containsExactly("SESSION");
    }

    @Test
    void whoHoldsTheSessionSeesWhomItsMailDidNotReachUntilOneArrives() throws Exception {
        call("POST", "/sessions/" + session + "/invite", Map.of());
        relay.look();
        assertThat(page("coordinator.epicare")).doesNotContain("did not arrive");
        POST.returns(POST.to(EXPERT).getFirst().getHeader(Bounces.HEADER)[0]);
        bounces.look();

        assertThat(page("coordinator.epicare"))
                .containsOnlyOnce("did not arrive")
                .contains("Tell those of the session another way")
                .doesNotContain("@example.org", "5.1.1");
        assertThat(page(EXPERT)).doesNotContain("did not arrive", "another way");
        assertThat(guest("coordinator.epicare").hasNonNull("unmailedSince")).isTrue();
        assertThat(guest(EXPERT).hasNonNull("unmailedSince")).isFalse();

        var later = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(42));
        call("PUT", "/sessions/" + session + "/moment", Map.of("moment", later.toString()));
        relay.look();
        assertThat(page("coordinator.epicare")).doesNotContain("did not arrive");
    }

    private String page(String reader) throws Exception {
        return web.perform(get("/boards/sessions/" + session)
                        .with(user(reader).roles(reader.startsWith("expert") ? "EXPERT" : "COORDINATOR")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private JsonNode guest(String reader) throws Exception {
        var shown = JSON.readTree(
                web.perform(get("/api/v1/boards/sessions/" + session).with(httpBasic(reader, "konsil-demo")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        for (var one : shown.path("guests")) {
            if (one.path("userId").asText().equals(EXPERT)) {
                return one;
            }
        }
        throw new AssertionError("The expert is not asked");
    }

    private String planned() throws Exception {
        var board = UUID.randomUUID();
        call(
                "POST",
                "",
                Map.of(
                        "id", board.toString(),
                        "network", "epicare",
                        "rhythm", "weekly",
                        "every", 1,
                        "weekday", "tuesday",
                        "firstDay", "2026-01-01",
                        "time", "14:00",
                        "slots", 4,
                        "slotMinutes", 15,
                        "videoLink", "https://room.example/epicare"));
        call("POST", "/" + board + "/plan", Map.of("ahead", 1));
        for (var one : call("GET", "/sessions", Map.of()).path("items")) {
            if (one.path("board").asText().equals(board.toString())) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No session was planned");
    }

    private JsonNode call(String method, String path, Map<String, Object> body) throws Exception {
        var reply = web.perform(request(HttpMethod.valueOf(method), "/api/v1/boards" + path)
                        .with(httpBasic("coordinator.epicare", "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsBytes(body)))
                .andReturn()
                .getResponse();
        assertThat(reply.getStatus()).as(reply.getContentAsString()).isBetween(200, 299);
        return JSON.readTree(reply.getContentAsByteArray());
    }

    private static Instant start(ICalendar calendar) {
        return calendar.getEvents().getFirst().getDateStart().getValue().toInstant();
    }

    private static ICalendar calendar(MimeMessage mail) throws Exception {
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        return Biweekly.parse(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .first();
    }

    private static String type(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContentType();
    }

    private static String words(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }
}
