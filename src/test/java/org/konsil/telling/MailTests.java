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

import com.icegreen.greenmail.util.GreenMailUtil;
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
    private static final PostOffice POST = new PostOffice();

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
        POST.open(registry);
    }

    @AfterAll
    static void theServerGoes() {
        POST.close();
    }

    @BeforeEach
    void nothingWasSentYet() throws Exception {
        POST.empty();
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

        var mail = POST.only();
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
        assertThat(POST.received()).isEmpty();

        jdbc.sql("UPDATE news SET mail_at = at").update();
        relay.look();
        relay.look();

        assertThat(POST.only().getSubject()).isEqualTo("Konsil: 2 pieces of news");
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

        assertThat(POST.received()).isEmpty();
    }

    @Test
    void whoMayNoLongerKnowOfTheCaseGetsNoMailOfIt() {
        choices.choose("expert5.bond", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("expert5.bond", TASKS.incrementAndGet());

        relay.look();

        assertThat(POST.received()).isEmpty();
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
            sender.setPort(POST.port());
        }
    }

    @Test
    void aMailThatCameBackIsSeenAndCanBeSentAgain() throws Exception {
        choices.choose("coordinator.epicare", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        given("coordinator.epicare", TASKS.incrementAndGet());
        relay.look();
        var id = POST.only().getHeader(Bounces.HEADER)[0];
        POST.returns(id);

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
        assertThat(POST.to("coordinator.epicare")).hasSize(2);
    }

    @Test
    void whoseMailComesBackSeesItWithWhatToDoAndSoDoesWhoeverCountsOnThem() throws Exception {
        choices.choose("expert1.epicare", Map.of(Kind.WORK_MINE, Pace.AT_ONCE));
        var panelOf = story.convened(1, 2, 3);
        letTheNetworkIn(panelOf);
        jdbc.sql("DELETE FROM news").update();
        transaction.executeWithoutResult(
                status -> news.tell(Kind.WORK_MINE, List.of("expert1.epicare"), panelOf, 4712L, "task:4712"));
        relay.look();
        assertThat(newsOf("expert1.epicare", "EXPERT")).doesNotContain("Mail to you does not arrive");
        POST.returns(POST.only().getHeader(Bounces.HEADER)[0]);

        bounces.look();

        assertThat(newsOf("expert1.epicare", "EXPERT"))
                .contains("Mail to you does not arrive", "5.1.1", "sign in again")
                .doesNotContain("expert1.epicare@");
        assertThat(newsOf("expert2.epicare", "EXPERT")).doesNotContain("Mail to you does not arrive");
        var board = "/cases/" + panelOf + "/panel";
        assertThat(page(board, "coordinator.epicare", "COORDINATOR"))
                .containsOnlyOnce("Mail does not arrive since")
                .doesNotContain("@example.org");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'mail-undelivered' AND case_id = ?")
                        .param(panelOf.value())
                        .query(Integer.class)
                        .single())
                .isOne();

        web.perform(post("/news/mail/again")
                        .with(user("expert1.epicare").roles("EXPERT"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/news/mail"));
        relay.look();
        assertThat(newsOf("expert1.epicare", "EXPERT")).doesNotContain("Mail to you does not arrive");
        assertThat(page(board, "coordinator.epicare", "COORDINATOR")).doesNotContain("Mail does not arrive since");
    }

    private String newsOf(String person, String role) throws Exception {
        return page("/news", person, role);
    }

    private String page(String path, String person, String role) throws Exception {
        return web.perform(get(path).with(user(person).roles(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private CaseId atEpicare() {
        var caseId = story.atEpicare();
        letTheNetworkIn(caseId);
        return caseId;
    }

    private void letTheNetworkIn(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            var agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, Group.of("dispatcher:epicare"), Grants.As.NETWORK);
            grants.share(agreed, Group.of("coordinator:epicare"), Grants.As.NETWORK);
        });
    }

    private void given(String person, long task) {
        transaction.executeWithoutResult(
                status -> news.tell(Kind.WORK_MINE, List.of(person), caseId, task, "task:" + task));
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
}
