package org.konsil.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.absences.AwayStory;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.boards.MeetingChanged;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.GivenConsent;
import org.konsil.interim.InterimReports;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Days;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.panel.ExpertReminded;
import org.konsil.panel.MembersMentioned;
import org.konsil.panel.PanelStory;
import org.konsil.panel.Panels;
import org.konsil.worklist.ClockTold;
import org.konsil.worklist.WorkGiven;
import org.konsil.worklist.WorkReminded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@Import({PanelStory.class, AwayStory.class})
class NewsTests {

    private static final AtomicLong TASKS = new AtomicLong(910_000);

    @Autowired
    PanelStory story;

    @Autowired
    ApplicationContext house;

    @Autowired
    Panels panels;

    @Autowired
    Newspaper paper;

    @Autowired
    NewsRows rows;

    @Autowired
    Choices choices;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    CaseFiles cases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Autowired
    InterimReports reports;

    @Autowired
    AwayStory away;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        away.everybodyIsBack();
    }

    @Test
    void workOnOfferIsToldToTheGroupAndNoMoreOnceSomebodyHasIt() throws Exception {
        var caseId = atEpicare();
        var task = TASKS.incrementAndGet();

        happens(new WorkGiven(caseId, task, null, List.of("coordinator:epicare"), false));
        web.perform(get("/news").with(coordinator()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A task waits for somebody of your groups")))
                .andExpect(content().string(containsString(caseId.toString())));
        web.perform(get("/news").with(user("coordinator.bond").roles("COORDINATOR")))
                .andExpect(content().string(not(containsString(caseId.toString()))));

        happens(new WorkGiven(caseId, task, "dispatcher.epicare", List.of(), false));
        assertThat(of("coordinator.epicare", caseId)).allMatch(NewsLine::read);
        assertThat(of("dispatcher.epicare", caseId)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("work-mine");
            assertThat(line.address()).isEqualTo("/tasks/" + task);
            assertThat(line.read()).isFalse();
        });

        happens(new WorkGiven(caseId, task, null, List.of("coordinator:epicare"), false));
        assertThat(of("dispatcher.epicare", caseId)).allMatch(NewsLine::read);
        assertThat(of("coordinator.epicare", caseId)).anyMatch(line -> !line.read());

        happens(new WorkReminded(caseId, task, List.of("dispatcher.epicare"), false, Actor.of("coordinator.epicare")));
        assertThat(of("dispatcher.epicare", caseId)).extracting(NewsLine::kind).contains("reminder");

        happens(new WorkGiven.Ended(task));
        assertThat(of("coordinator.epicare", caseId)).allMatch(NewsLine::read);
        assertThat(of("dispatcher.epicare", caseId)).allMatch(NewsLine::read);
    }

    @Test
    void whoStandsInForSomebodyAwayHearsOfTheirWorkToo() {
        var caseId = atEpicare();
        var task = TASKS.incrementAndGet();
        var today = Days.of(clock.instant());
        away.away("coordinator.epicare", today, today, "dispatcher.epicare");
        var given = List.of("coordinator:epicare");

        happens(new WorkGiven(caseId, task, "coordinator.epicare", given, false));
        happens(new WorkReminded(caseId, task, List.of("coordinator.epicare"), false, Actor.of("lead.epicare")));
        happens(new ClockTold(caseId, "c-" + task, "triage", given, List.of(), true));

        assertThat(of("dispatcher.epicare", caseId))
                .extracting(NewsLine::kind)
                .containsExactlyInAnyOrder("work-stead", "reminder", "late");
        assertThat(of("coordinator.epicare", caseId))
                .extracting(NewsLine::kind)
                .containsExactlyInAnyOrder("work-mine", "reminder", "late");
        happens(new WorkGiven.Ended(task));
        assertThat(of("dispatcher.epicare", caseId))
                .filteredOn(line -> !line.read())
                .extracting(NewsLine::kind)
                .containsExactly("late");
    }

    @Test
    void ofWhatIsForOnePersonAloneTheDeputyHearsNothing() {
        var caseId = atEpicare();
        var task = TASKS.incrementAndGet();
        var today = Days.of(clock.instant());
        away.away("coordinator.epicare", today, today, "dispatcher.epicare");
        var alone = List.of("coordinator.epicare");

        happens(new WorkGiven(caseId, task, "coordinator.epicare", List.of(), true));
        happens(new WorkReminded(caseId, task, alone, true, Actor.of("lead.epicare")));
        happens(new ClockTold(caseId, "c-" + task, "sign", alone, alone, true));

        assertThat(of("coordinator.epicare", caseId)).hasSize(3);
        assertThat(of("dispatcher.epicare", caseId)).isEmpty();
    }

    @Test
    void whoIsNamedRemindedOrAskedToASessionIsTold() {
        var caseId = story.withOpinions();
        var invited = panels.invitations(caseId).getFirst();
        var expert = invited.expert();
        var session = UUID.randomUUID();
        var message = UUID.randomUUID();

        happens(new MembersMentioned(caseId, message, List.of(expert), "lead.epicare"));
        happens(new ExpertReminded(caseId, invited.id(), expert, true));
        happens(new MeetingChanged(
                session,
                NetworkId.of("epicare"),
                MeetingChanged.Change.CALLED,
                0,
                true,
                List.of(expert, "expert1.bond"),
                List.of(caseId)));

        assertThat(of(expert, caseId)).extracting(NewsLine::kind).contains("mention", "reminder", "session");
        assertThat(of(expert, caseId))
                .extracting(NewsLine::address)
                .contains("/boards/sessions/" + session, "/cases/" + caseId + "/panel#message-" + message);
        assertThat(of("expert1.bond", caseId)).isEmpty();
    }

    @Test
    void theSameToldByTwoAtOneMomentIsOnePieceOfNews() throws Exception {
        var caseId = atEpicare();
        var together = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var time = 0; time < 20; time++) {
                var late = new ClockTold(
                        caseId,
                        "c-" + TASKS.incrementAndGet(),
                        "triage",
                        List.of("coordinator:epicare"),
                        List.of(),
                        true);
                var told = Stream.generate(() -> both.submit(() -> {
                            together.await();
                            happens(late);
                            return true;
                        }))
                        .limit(2)
                        .toList();
                for (var one : told) {
                    assertThat(one.get()).isTrue();
                }
            }
        }

        assertThat(of("coordinator.epicare", caseId)).hasSize(20);
    }

    @Test
    void theSameToldOnceMoreIsNewOnceMoreAndNotTwice() {
        var caseId = atEpicare();
        var late = new ClockTold(
                caseId, "c-" + TASKS.incrementAndGet(), "triage", List.of("coordinator:epicare"), List.of(), true);

        happens(late);
        var first = of("coordinator.epicare", caseId).getFirst();
        paper.open(first.id(), access.person("coordinator.epicare").orElseThrow());
        happens(late);

        assertThat(of("coordinator.epicare", caseId)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("late");
            assertThat(line.read()).isFalse();
        });
    }

    @Test
    void nothingIsToldOfACaseThatOneHasLost() {
        var caseId = atEpicare();
        happens(new WorkGiven(caseId, TASKS.incrementAndGet(), null, List.of("coordinator:epicare"), false));
        var reader = access.person("coordinator.epicare").orElseThrow();
        var before = rows.unread(reader.userId(), access.holderNames(reader), 100);

        transaction.executeWithoutResult(status -> grants.revokeAll(caseId, Grants.As.NETWORK));

        assertThat(of("coordinator.epicare", caseId)).isEmpty();
        assertThat(rows.unread(reader.userId(), access.holderNames(reader), 100))
                .isEqualTo(before - 1);
    }

    @Test
    void whoFollowsACaseHearsWhenItMoves() throws Exception {
        var caseId = atEpicare();
        web.perform(post("/cases/{id}/follow", caseId).with(clinician()).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId));
        web.perform(post("/cases/{id}/follow", caseId).with(clinician()).with(csrf()));
        web.perform(get("/cases/{id}", caseId).with(clinician()))
                .andExpect(content().string(containsString("You follow this case.")));

        enters(caseId, Stage.CONVENE, CaseState.CONVENING);
        assertThat(of("clinician.fi", caseId)).extracting(NewsLine::kind).containsExactly("moved");

        web.perform(post("/cases/{id}/unfollow", caseId).with(clinician()).with(csrf()));
        paper.readAll(access.person("clinician.fi").orElseThrow(), Long.MAX_VALUE);
        enters(caseId, Stage.ASSESS, CaseState.ASSESSING);
        assertThat(of("clinician.fi", caseId)).allMatch(NewsLine::read);
    }

    @Test
    void theHomeProviderHearsThatTheOutcomeIsThere() {
        var caseId = atEpicare();

        enters(caseId, Stage.DELIVER, CaseState.DELIVERED);

        assertThat(of("clinician.fi", caseId)).extracting(NewsLine::kind).contains("delivered");
        assertThat(of("coordinator.epicare", caseId)).extracting(NewsLine::kind).doesNotContain("delivered");
    }

    @Test
    void theHomeProviderHearsEachThingThatTheNetworkTellsOnTheWay() throws Exception {
        var caseId = atEpicare();
        web.perform(get("/cases/{id}", caseId).with(clinician()))
                .andExpect(content().string(containsString("id=\"case-told\" data-live=\"case\"")));

        reports.report(caseId, PanelStory.job(), "request-sent", "Sent to [network].");
        reports.report(caseId, PanelStory.job(), "panel-convened", "The panel is convened.");

        assertThat(of("clinician.fi", caseId))
                .extracting(NewsLine::kind, NewsLine::address)
                .containsOnly(tuple("interim", "/cases/" + caseId + "#told"))
                .hasSize(2);
        assertThat(of("coordinator.epicare", caseId)).extracting(NewsLine::kind).doesNotContain("interim");
        web.perform(get("/news").with(clinician()))
                .andExpect(content().string(containsString("The network tells you something about a case")));
    }

    @Test
    void openingOnesNewsReadsItAndOthersNewsAreNotThere() throws Exception {
        var caseId = atEpicare();
        happens(new ClockTold(
                caseId, "c-" + TASKS.incrementAndGet(), "triage", List.of("coordinator:epicare"), List.of(), false));
        var line = of("coordinator.epicare", caseId).getFirst();

        web.perform(post("/news/{id}/open", line.id()).with(clinician()).with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/news/{id}/open", line.id()).with(coordinator()).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId));

        assertThat(of("coordinator.epicare", caseId).getFirst().read()).isTrue();
    }

    @Test
    void everybodyChoosesForThemselves() throws Exception {
        web.perform(post("/news/mail")
                        .param("work-group", "weekly")
                        .param("late", "none")
                        .param("nonsense", "daily")
                        .param("moved", "hourly")
                        .with(user("coordinator.bond").roles("COORDINATOR"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/news/mail"));

        assertThat(choices.of("coordinator.bond"))
                .containsEntry(Kind.WORK_GROUP, Pace.WEEKLY)
                .containsEntry(Kind.LATE, Pace.NONE)
                .containsEntry(Kind.MOVED, Pace.NONE)
                .containsEntry(Kind.WORK_MINE, Pace.DAILY);
        assertThat(choices.of("dispatcher.bond")).containsEntry(Kind.WORK_GROUP, Pace.NONE);
        web.perform(get("/news/mail").with(user("coordinator.bond").roles("COORDINATOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("sends no mail")));
    }

    private List<NewsLine> of(String account, CaseId caseId) {
        return paper.of(access.person(account).orElseThrow(), false).stream()
                .filter(line -> line.caseId().equals(caseId.toString()))
                .toList();
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

    private void happens(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private void enters(CaseId caseId, Stage stage, CaseState state) {
        transaction.executeWithoutResult(status -> cases.enter(caseId, stage, state, Actor.SYSTEM));
    }

    private static RequestPostProcessor coordinator() {
        return user("coordinator.epicare").roles("COORDINATOR");
    }

    private static RequestPostProcessor clinician() {
        return user("clinician.fi").roles("CLINICIAN");
    }
}
