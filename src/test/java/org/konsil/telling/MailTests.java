package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Grants;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail by real SMTP and IMAP, with a server of our own at the other end. */
@HouseTest
@Import(PanelStory.class)
class MailTests {

    private static final AtomicLong TASKS = new AtomicLong(930_000);
    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup[] {setup("smtp").dynamicPort(), setup("imap").dynamicPort()});

    @Autowired
    PanelStory story;

    @Autowired
    ApplicationContext house;

    @Autowired
    Grants grants;

    @Autowired
    News news;

    @Autowired
    Choices choices;

    @Autowired
    MailRelay relay;

    @Autowired
    MailRows mails;

    @Autowired
    Bounces bounces;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private CaseId caseId;

    @DynamicPropertySource
    static void aMailServer(DynamicPropertyRegistry registry) {
        SERVER.start();
        SERVER.setUser("konsil@example.org", "konsil@example.org", "secret");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("konsil.telling.from", () -> "konsil@example.org");
        registry.add("konsil.telling.address", () -> "https://konsil.example.org");
        registry.add("konsil.telling.every", () -> "PT24H");
        registry.add("konsil.telling.bounces.host", () -> "127.0.0.1");
        registry.add("konsil.telling.bounces.port", () -> SERVER.getImap().getPort());
        registry.add("konsil.telling.bounces.protocol", () -> "imap");
        registry.add("konsil.telling.bounces.username", () -> "konsil@example.org");
        registry.add("konsil.telling.bounces.password", () -> "secret");
        registry.add("konsil.access.mail-domain", () -> "example.org");
    }

    @AfterAll
    static void theServerGoes() {
        SERVER.stop();
    }

    @BeforeEach
    void nothingWasSentYet() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("DELETE FROM news").update();
        jdbc.sql("DELETE FROM mail").update();
        caseId = atEpicare();
        jdbc.sql("DELETE FROM news").update();
    }

    @Test
    void aMailHoldsPseudonymAndLinkAndNothingOfThePatient() throws Exception {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("coordinator.epicare", 4711);

        relay.look();

        var mail = only();
        assertThat(mail.getAllRecipients()[0]).hasToString("coordinator.epicare@example.org");
        assertThat(mail.getSubject()).isEqualTo("Konsil: one piece of news");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("A task was given to you", "https://konsil.example.org/tasks/4711")
                .doesNotContainIgnoringCase("seizure")
                .doesNotContainIgnoringCase("ORPHA")
                .doesNotContain("2022");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void whatIsToldDailyWaitsAndComesTogether() throws Exception {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.DAILY));
        given("coordinator.epicare", TASKS.incrementAndGet());
        given("coordinator.epicare", TASKS.incrementAndGet());

        relay.look();
        assertThat(SERVER.getReceivedMessages()).isEmpty();

        jdbc.sql("UPDATE news SET mail_at = at").update();
        relay.look();
        relay.look();

        assertThat(only().getSubject()).isEqualTo("Konsil: 2 pieces of news");
    }

    @Test
    void whoHasReadItMeanwhileOrWantsNoneGetsNoMail() {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.DAILY));
        choices.choose("dispatcher.epicare", Map.of(Kind.WORK_MINE, Pace.NONE));
        given("coordinator.epicare", TASKS.incrementAndGet());
        given("dispatcher.epicare", TASKS.incrementAndGet());
        jdbc.sql("UPDATE news SET read_at = at, mail_at = at WHERE person = 'coordinator.epicare'")
                .update();

        relay.look();

        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoMayNoLongerKnowOfTheCaseGetsNoMailOfIt() {
        choices.choose("expert5.bond", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("expert5.bond", TASKS.incrementAndGet());

        relay.look();

        assertThat(SERVER.getReceivedMessages()).isEmpty();
        assertThat(state("expert5.bond")).isEqualTo("EMPTY");
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLaterAndSeenByAdministrators() throws Exception {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("coordinator.epicare", TASKS.incrementAndGet());
        sender.setPort(1);
        try {
            relay.look();
            relay.look();
            assertThat(mails.troubled()).singleElement().satisfies(mail -> {
                assertThat(mail.reason()).isEqualTo("server-away");
                assertThat(mail.attempts()).isEqualTo(1);
                assertThat(mail.state()).isEqualTo(Mail.State.WAITING);
                assertThat(mail.dueAt()).isAfter(mail.writtenAt());
            });
            web.perform(get("/mail").with(admin()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("The mail server does not answer")));

            jdbc.sql("UPDATE mail SET attempts = 6, due_at = written_at").update();
            relay.look();
            assertThat(state("coordinator.epicare")).isEqualTo("FAILED");
        } finally {
            sender.setPort(SERVER.getSmtp().getPort());
        }
    }

    @Test
    void aMailThatCameBackIsSeenAndCanBeSentAgain() throws Exception {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("coordinator.epicare", TASKS.incrementAndGet());
        relay.look();
        var id = only().getHeader(Bounces.HEADER)[0];
        comesBack(id);

        bounces.look();

        assertThat(state("coordinator.epicare")).isEqualTo("BOUNCED");
        web.perform(get("/mail").with(admin()))
                .andExpect(content().string(containsString("Came back as undeliverable")))
                .andExpect(content().string(containsString("5.1.1")));
        web.perform(post("/mail/{id}/again", id)
                        .with(user("coordinator.epicare").roles("COORDINATOR"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/mail/{id}/again", id).with(admin()).with(csrf())).andExpect(redirectedUrl("/mail"));
        web.perform(post("/mail/{id}/again", id).with(admin()).with(csrf())).andExpect(status().isConflict());
        relay.look();
        assertThat(state("coordinator.epicare")).isEqualTo("SENT");
        assertThat(to("coordinator.epicare")).hasSize(2);
    }

    private CaseId atEpicare() {
        var caseId = story.atEpicare();
        transaction.executeWithoutResult(status -> {
            var agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, Group.of("dispatcher:epicare"), Grants.As.NETWORK);
            grants.share(agreed, Group.of("coordinator:epicare"), Grants.As.NETWORK);
        });
        return caseId;
    }

    private void given(String person, long task) {
        transaction.executeWithoutResult(
                status -> news.tell(Kind.WORK_MINE, List.of(person), caseId, task, "task:" + task));
    }

    private void comesBack(String id) throws Exception {
        var report = """
            From: postmaster@example.org
            To: konsil@example.org
            Subject: Undeliverable
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            Nobody has this address.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; coordinator.epicare@example.org
            Action: failed
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Subject: Konsil: one piece of news
            X-Konsil-Mail: %s
            --b--
            """.formatted(id).replace("\n", "\r\n");
        var message = new MimeMessage(null, new ByteArrayInputStream(report.getBytes(StandardCharsets.US_ASCII)));
        SERVER.getUserManager().getUser("konsil@example.org").deliver(message);
    }

    private MimeMessage only() {
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        return SERVER.getReceivedMessages()[0];
    }

    private List<MimeMessage> to(String person) {
        return java.util.Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + person + "@"))
                .toList();
    }

    private String state(String person) {
        return jdbc.sql("SELECT state FROM mail WHERE person = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private static RequestPostProcessor admin() {
        return user("admin").roles("ADMIN");
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }
}
