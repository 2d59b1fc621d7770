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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanTask;
import org.konsil.process.Kept;
import org.konsil.process.Outbox;
import org.konsil.rules.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({KeptClocks.class, Goals.class, RunOut.class, Kept.class, ClocksTests.World.class})
class ClocksTests {

    static class World extends Clock implements Outbox {

        final List<String> told = new ArrayList<>();
        Instant now = Instant.parse("2026-06-01T10:00:00Z");

        @Bean
        Rules rules() {
            return Rules.of("classpath:rules/goals.dmn");
        }

        @Override
        public void start(CaseId caseId, Map<String, ?> variables) {}

        @Override
        public void startAgain(CaseId caseId, Map<String, ?> variables) {}

        @Override
        public void publish(CaseId caseId, String message, String correlationKey, Map<String, ?> variables) {
            told.add(message + " " + correlationKey);
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
    RunOut runOut;

    @Autowired
    World world;

    @Autowired
    Kept audit;

    final CaseId caseId = CaseId.next();

    @BeforeEach
    void begin() {
        world.now = Instant.parse("2026-06-01T10:00:00Z");
        world.told.clear();
    }

    @Test
    void theRulesSetTheGoal() {
        assertThat(clocks.due("assess", "fi", "urgent", world.now)).contains(Instant.parse("2026-06-03T10:00:00Z"));
        assertThat(clocks.due("assess", "fi", "routine", world.now)).contains(Instant.parse("2026-06-15T10:00:00Z"));
        assertThat(clocks.due("gardening", "fi", "routine", world.now)).isEmpty();
        assertThat(clocks.due("misspelt", "fi", "routine", world.now)).isEmpty();
    }

    @Test
    void aClockThatRunsOutIsToldOnce() {
        var id = clocks.start(caseId, "assess", "fi", "urgent");
        after(Duration.ofHours(47));
        assertThat(world.told).isEmpty();

        after(Duration.ofHours(2));
        runOut.look();

        assertThat(world.told).containsExactly("clock-due " + id);
        assertThat(audit.actions(caseId)).containsExactly("clock-started", "clock-due");
    }

    @Test
    void aStoppedClockRunsOnLaterByItsStandstill() {
        var id = clocks.start(caseId, "assess", "fi", "urgent");
        after(Duration.ofHours(40));
        clocks.stop(id);
        clocks.stop(id);
        after(Duration.ofDays(30));
        assertThat(world.told).isEmpty();

        clocks.resume(id);
        clocks.resume(id);
        after(Duration.ofHours(7));
        assertThat(world.told).isEmpty();
        after(Duration.ofHours(2));

        assertThat(world.told).containsExactly("clock-due " + id);
        assertThat(audit.actions(caseId))
                .containsExactly("clock-started", "clock-stopped", "clock-resumed", "clock-due");
    }

    @Test
    void aFinishedClockSaysNothingAndAClockWithoutAGoalNeverRunsOut() {
        var id = clocks.start(caseId, "assess", "fi", "urgent");
        var endless = clocks.start(caseId, "gardening", "fi", "urgent");
        clocks.finish(id);
        clocks.resume(id);
        after(Duration.ofDays(4000));

        assertThat(world.told).isEmpty();
        clocks.finish(endless);
    }

    private void after(Duration duration) {
        world.now = world.now.plus(duration);
        runOut.look();
    }
}
