package org.konsil.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseMoved;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Provider;
import org.konsil.directory.Zones;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Country;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.process.HumanTask;
import org.konsil.process.Kept;
import org.konsil.process.Outbox;
import org.konsil.process.ProcessFilesChanged;
import org.konsil.rules.Rules;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({
    KeptClocks.class,
    NewClocks.class,
    ClockRows.class,
    Pauses.class,
    ClockMarks.class,
    Planner.class,
    Replanned.class,
    Standings.class,
    Standstills.class,
    StageClocks.class,
    Calendars.class,
    ClockRules.class,
    Zones.class,
    RunOut.class,
    Kept.class,
    ClocksTests.World.class
})
class ClocksTests {

    static class World extends Clock implements Outbox {

        final List<String> told = new ArrayList<>();
        final List<String> marks = new ArrayList<>();
        final List<ClockMoved> moved = new ArrayList<>();
        Instant now = Instant.parse("2026-06-01T10:00:00Z");
        Urgency urgency = Urgency.URGENT;
        Country country = Country.of("fi");

        @Bean
        Rules rules() {
            return Rules.of("classpath:rules/goals.dmn");
        }

        @Bean
        CaseFiles cases() {
            var cases = Mockito.mock(CaseFiles.class);
            Mockito.when(cases.summary(Mockito.any())).thenAnswer(asked -> about(asked.getArgument(0)));
            return cases;
        }

        @Bean
        Directory directory() {
            var directory = Mockito.mock(Directory.class);
            Mockito.when(directory.provider("huc"))
                    .thenReturn(Optional.of(new Provider(
                            "huc", "HUC", "Las Palmas", Country.of("es"), "ES-CN", Provider.Kind.HOSPITAL, null)));
            return directory;
        }

        CaseSummary about(CaseId caseId) {
            return new CaseSummary(
                    caseId,
                    "K-1",
                    country,
                    country.code().equals("es") ? "huc" : "hus",
                    urgency,
                    Stage.ASSESS,
                    CaseState.ASSESSING,
                    null,
                    null,
                    Instant.EPOCH,
                    null);
        }

        @EventListener
        void on(ClockMoved event) {
            moved.add(event);
        }

        @Override
        public void start(CaseId caseId, Map<String, ?> variables) {}

        @Override
        public void startAgain(CaseId caseId, Map<String, ?> variables) {}

        @Override
        public void publish(CaseId caseId, String message, String correlationKey, Map<String, ?> variables) {
            if (message.equals("clock-mark")) {
                marks.add(correlationKey);
            }
            told.add(message.equals("clock-mark") ? "tell " + variables.get("tell") : message + " " + correlationKey);
        }

        @Override
        public void completeTask(HumanTask task, JsonNode answers, Map<String, ?> more) {}

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Autowired
    Clocks clocks;

    @Autowired
    StageClocks stages;

    @Autowired
    RunOut runOut;

    @Autowired
    Rules rules;

    @Autowired
    World world;

    @Autowired
    Kept audit;

    final CaseId caseId = CaseId.next();

    @BeforeEach
    void begin() {
        world.now = Instant.parse("2026-06-01T10:00:00Z");
        world.urgency = Urgency.URGENT;
        world.country = Country.of("fi");
        world.told.clear();
        world.marks.clear();
        world.moved.clear();
    }

    @Test
    void theRulesSetTheDate() {
        assertThat(clocks.due(caseId, "assess", world.now)).contains(Instant.parse("2026-06-03T10:00:00Z"));
        world.urgency = Urgency.ROUTINE;
        assertThat(clocks.due(caseId, "assess", world.now)).contains(Instant.parse("2026-06-15T10:00:00Z"));
        assertThat(clocks.due(caseId, "gardening", world.now)).isEmpty();
        assertThat(clocks.due(caseId, "misspelt", world.now)).isEmpty();
    }

    @Test
    void daysAreThoseOfTheProvidersCountryAndCity() {
        // Friday 11 June 2027, eleven at night in Madrid is ten on the Canary Islands: the same Friday in both
        var late = Instant.parse("2026-06-05T22:30:00Z");
        assertThat(clocks.due(caseId, "opinion", late)).contains(Instant.parse("2026-06-10T21:00:00Z"));
        world.country = Country.of("es");
        assertThat(clocks.due(caseId, "opinion", late)).contains(Instant.parse("2026-06-10T22:30:00Z"));
    }

    @Test
    void whoIsRemindedAndWhoIsToldStandsInTheTable() {
        clocks.start(caseId, "assess");
        after(Duration.ofHours(23));
        assertThat(world.told).isEmpty();

        after(Duration.ofHours(2));
        assertThat(world.told).containsExactly("tell owner");
        after(Duration.ofHours(14));
        assertThat(world.told).containsExactly("tell owner", "tell owner");
        after(Duration.ofHours(10));
        after(Duration.ofHours(24));
        after(Duration.ofHours(48));
        runOut.look();

        assertThat(world.told)
                .containsExactly(
                        "tell owner",
                        "tell owner",
                        "clock-due " + caseId + ":assess",
                        "tell owner",
                        "tell coordinator",
                        "tell contact");
        assertThat(audit.actions(caseId)).containsExactly("clock-started", "clock-due");
    }

    @Test
    void aJumpOfTheClockRemindsNobodyOfWhatIsLateAlready() {
        clocks.start(caseId, "assess");

        after(Duration.ofDays(40));

        assertThat(world.told)
                .containsExactly("clock-due " + caseId + ":assess", "tell owner", "tell coordinator", "tell contact");
    }

    @Test
    void aStoppedClockRunsOnLaterByItsStandstill() {
        var id = clocks.start(caseId, "assess");
        after(Duration.ofHours(40));
        clocks.stop(id);
        clocks.stop(id);
        after(Duration.ofDays(30));
        assertThat(world.told).containsExactly("tell owner");

        clocks.resume(id);
        clocks.resume(id);
        after(Duration.ofHours(7));
        assertThat(world.told).containsExactly("tell owner");
        after(Duration.ofHours(2));

        assertThat(world.told).contains("clock-due " + caseId + ":assess");
        assertThat(audit.actions(caseId))
                .containsExactly("clock-started", "clock-stopped", "clock-resumed", "clock-due");
        assertThat(world.moved).extracting(ClockMoved::stopped).containsExactly(true, false);
    }

    @Test
    void whileAStepIsAwaitedTheOthersStandStill() {
        var assess = clocks.start(caseId, "assess");
        var ask = Objects.requireNonNull(clocks.startFor(work("ask", null)).clockId());
        assertThat(state(assess)).isEqualTo(Standing.State.STOPPED);
        assertThat(state(ask)).isEqualTo(Standing.State.RUNNING);

        clocks.finishFor(ask);

        assertThat(state(assess)).isEqualTo(Standing.State.RUNNING);
    }

    @Test
    void whatBeginsWhileAStepIsAwaitedStandsStillFromItsBeginning() {
        var ask = Objects.requireNonNull(clocks.startFor(work("ask", null)).clockId());
        var assess = clocks.startFor(work("assess", null));
        assertThat(assess.stopped()).isTrue();
        assertThat(state(Objects.requireNonNull(assess.clockId()))).isEqualTo(Standing.State.STOPPED);

        clocks.goOn(caseId);
        assertThat(state(Objects.requireNonNull(assess.clockId()))).isEqualTo(Standing.State.STOPPED);
        clocks.finishFor(ask);

        assertThat(state(Objects.requireNonNull(assess.clockId()))).isEqualTo(Standing.State.RUNNING);
    }

    @Test
    void aTaskRunsByTheClockOfItsStepAndDoesNotEndIt() {
        var step = clocks.start(caseId, "assess");

        var task = clocks.startFor(work("assess", null));
        clocks.finishFor(Objects.requireNonNull(task.clockId()));

        assertThat(task.clockId()).isEqualTo(step);
        assertThat(clocks.find(step)).isPresent();
        clocks.finish(step);
        assertThat(clocks.find(step)).isEmpty();
    }

    @Test
    void aDateOfTheDrawingStaysWhateverTheUrgencyIs() {
        var due = Instant.parse("2026-06-20T08:00:00Z");
        var task = clocks.startFor(work("assess", due));
        world.urgency = Urgency.ROUTINE;

        clocks.replan(caseId, Actor.SYSTEM);

        assertThat(clocks.find(Objects.requireNonNull(task.clockId()))
                        .orElseThrow()
                        .due())
                .isEqualTo(due);
        assertThat(world.moved).isEmpty();
    }

    @Test
    void anotherUrgencyPlansAnewFromTheBeginningAndOnlyOnce() {
        world.urgency = Urgency.ROUTINE;
        var id = clocks.start(caseId, "assess");
        after(Duration.ofDays(1));
        world.urgency = Urgency.URGENT;

        clocks.replan(caseId, Actor.of("clinician.fi"));
        clocks.replan(caseId, Actor.of("clinician.fi"));

        assertThat(clocks.find(id).orElseThrow().due()).isEqualTo(Instant.parse("2026-06-03T10:00:00Z"));
        assertThat(audit.actions(caseId)).containsExactly("clock-started", "clock-replanned");
        assertThat(world.moved)
                .singleElement()
                .satisfies(it -> assertThat(it.before()).isEqualTo(Instant.parse("2026-06-15T10:00:00Z")));
    }

    @Test
    void whoIsLateByTheOldRuleAndNotByTheNewOneHasTimeAgain() {
        var id = clocks.start(caseId, "assess");
        after(Duration.ofDays(2));
        assertThat(state(id)).isEqualTo(Standing.State.DUE);
        world.urgency = Urgency.ROUTINE;

        clocks.replan(caseId, Actor.SYSTEM);
        assertThat(state(id)).isEqualTo(Standing.State.RUNNING);
        after(Duration.ofDays(12));

        assertThat(world.told.stream().filter(it -> it.startsWith("clock-due"))).hasSize(2);
    }

    @Test
    void anotherTableInForcePlansEveryOpenClockAnew() throws Exception {
        var id = clocks.start(caseId, "assess");
        var table = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/rules/goals.dmn"))
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        try {
            rules.replaceWith(
                    Map.of("goals.dmn", table.replace("P2D", "P4D").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            runOut.on(new ProcessFilesChanged());
            runOut.look();
            runOut.look();

            assertThat(clocks.find(id).orElseThrow().due()).isEqualTo(Instant.parse("2026-06-05T10:00:00Z"));
            assertThat(audit.actions(caseId)).containsExactly("clock-started", "clock-replanned");
        } finally {
            rules.replaceWith(Map.of("goals.dmn", table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aClockSaysWhyWhoWasToldAndWhoIsNext() {
        var id = clocks.start(caseId, "assess");
        after(Duration.ofHours(25));
        var mark = world.marks.getFirst();
        assertThat(clocks.reached(mark))
                .hasValueSatisfying(it -> assertThat(it.percent()).isEqualTo(50));
        clocks.told(mark, List.of("lead.epicare"));

        var standing = clocks.find(id).orElseThrow();

        assertThat(clocks.reached(mark)).isEmpty();
        assertThat(standing.told()).singleElement().satisfies(it -> {
            assertThat(it.to()).containsExactly("lead.epicare");
            assertThat(it.percent()).isEqualTo(50);
        });
        assertThat(Objects.requireNonNull(standing.next()).percent()).isEqualTo(80);
        assertThat(Objects.requireNonNull(standing.why()))
                .returns("default", Why::basis)
                .returns("a table of tests", Why::source)
                .returns("P2D", Why::deadline)
                .returns("eu", Why::calendar);
    }

    @Test
    void whoeverHasFinishedIsNotReminded() {
        var id = clocks.start(caseId, "assess");
        after(Duration.ofHours(25));
        var mark = world.marks.getFirst();
        clocks.finish(id);

        assertThat(clocks.reached(mark)).isEmpty();
    }

    @Test
    void everyStageHasItsClockAndTheLastOneEndsWithTheCase() {
        stages.on(new CaseMoved(caseId, Stage.CONVENE, CaseState.CONVENING));
        stages.on(new CaseMoved(caseId, Stage.CONVENE, CaseState.CONVENING));
        assertThat(clocks.of(caseId)).extracting(Standing::step).containsExactlyInAnyOrder("stage-convene", "case");
        stages.on(new CaseMoved(caseId, Stage.DELIVER, CaseState.DELIVERED));
        assertThat(clocks.of(caseId)).extracting(Standing::step).containsExactly("stage-deliver");
        stages.on(new CaseMoved(caseId, Stage.CLOSE, CaseState.CLOSED));
        assertThat(clocks.of(caseId)).isEmpty();
    }

    @Test
    void aFinishedClockSaysNothingAndAClockWithoutARowNeverRunsOut() {
        var id = clocks.start(caseId, "assess");
        var endless = clocks.start(caseId, "gardening");
        clocks.finish(id);
        clocks.resume(id);
        after(Duration.ofDays(4000));

        assertThat(world.told).isEmpty();
        clocks.finish(endless);
    }

    private Clocks.Work work(String step, @Nullable Instant due) {
        return new Clocks.Work(caseId, step, "", null, null, due);
    }

    private Standing.State state(String id) {
        return clocks.find(id).orElseThrow().state();
    }

    private void after(Duration duration) {
        world.now = world.now.plus(duration);
        runOut.look();
    }
}
