package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.panel.PanelStory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import(PanelStory.class)
class LiveTests {

    @Autowired
    PanelStory story;

    @Autowired
    ApplicationContext house;

    @Autowired
    LiveConnections connections;

    @Autowired
    LiveFeed feed;

    @Autowired
    News news;

    @Autowired
    Audit audit;

    @Autowired
    Grants grants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private final List<LiveConnection> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void everybodyGoesHome() {
        opened.forEach(LiveConnection::gone);
        feed.look();
    }

    @Test
    void whoMayKnowOfTheCaseIsToldThatItChangedAndNobodyElse() {
        var caseId = atEpicare();
        settles();
        var coordinator = opens("coordinator.epicare", caseId);
        var stranger = opens("coordinator.bond", caseId);
        feed.look();

        happens("task-claimed", caseId);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            feed.look();
            assertThat(coordinator.told).contains(Topic.CASE, Topic.PANEL, Topic.WORK);
        });
        assertThat(stranger.told).isEmpty();
    }

    @Test
    void whoHasLostTheCaseHearsNoMoreOfIt() {
        var caseId = atEpicare();
        settles();
        var coordinator = opens("coordinator.epicare", caseId);
        var clinician = opens("clinician.fi", caseId);
        feed.look();
        transaction.executeWithoutResult(status -> grants.revokeAll(caseId, Grants.As.NETWORK));

        happens("discussion-written", caseId);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            feed.look();
            assertThat(clinician.told).contains(Topic.CASE);
        });
        assertThat(coordinator.told).isEmpty();
    }

    @Test
    void newsRingAtTheirReaderOnly() {
        var caseId = atEpicare();
        settles();
        var coordinator = opens("coordinator.epicare", null);
        var dispatcher = opens("dispatcher.epicare", null);
        feed.look();

        transaction.executeWithoutResult(
                status -> news.tell(Kind.MENTION, List.of("coordinator.epicare"), caseId, null, "mention:1"));
        feed.look();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(coordinator.told).contains(Topic.NEWS));
        assertThat(dispatcher.told).doesNotContain(Topic.NEWS);
    }

    @Test
    void theOldestPageOfAPersonMakesRoomForTheNewest() {
        var pages = java.util.stream.Stream.generate(() -> opens("expert6.bond", null))
                .limit(5)
                .toList();

        assertThat(pages).extracting(page -> page.enough).containsExactly(true, false, false, false, false);
    }

    @Test
    void whoIsNoLongerThereIsListenedToNoMore() {
        var page = opens("nobody.of.this.name", null);

        feed.look();

        assertThat(page.ended).isTrue();
    }

    @Test
    void aSignedInBrowserIsHeardAndNobodyElse() throws Exception {
        web.perform(get("/live").with(user("clinician.fi").roles("CLINICIAN")))
                .andExpect(status().isOk())
                .andExpect(request().asyncStarted())
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        web.perform(get("/live")).andExpect(status().is3xxRedirection());
    }

    @Test
    void whoSignsOutIsListenedToNoMore() throws Exception {
        var session = (MockHttpSession) web.perform(post("/sign-in")
                        .param("username", "expert7.bond")
                        .param("password", "konsil-demo")
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession();
        web.perform(get("/live").session(session)).andExpect(request().asyncStarted());
        feed.look();
        assertThat(connections.open()).extracting(LiveConnection::person).contains("expert7.bond");

        web.perform(post("/sign-out").session(session).with(csrf()));
        feed.look();

        assertThat(connections.open()).extracting(LiveConnection::person).doesNotContain("expert7.bond");
    }

    /** Whatever was under way before is told to nobody here. */
    private void settles() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM audit_pending")
                                .query(Long.class)
                                .single()
                        == 0);
        feed.look();
    }

    private End opens(String person, @Nullable CaseId caseId) {
        var end = new End();
        var connection = new LiveConnection(
                person, Optional.empty(), caseId, Optional.empty(), EnumSet.allOf(Topic.class), end, clock.instant());
        opened.add(connection);
        assertThat(connections.add(connection)).isTrue();
        return end;
    }

    private void happens(String action, CaseId caseId) {
        transaction.executeWithoutResult(status -> audit.record(Entry.done(Actor.SYSTEM, action, caseId)));
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

    /** A reader's end that writes down what it hears. */
    private static final class End implements LiveConnection.Wire {

        private final List<Topic> told = new CopyOnWriteArrayList<>();
        private volatile boolean ended;
        private volatile boolean enough;

        @Override
        public void send(Set<Topic> topics) {
            told.addAll(topics);
        }

        @Override
        public void end(boolean enough) {
            this.ended = true;
            this.enough = enough;
        }
    }
}
