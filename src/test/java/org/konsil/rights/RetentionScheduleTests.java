package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A closed case that cannot be read holds up no other. */
@ExtendWith(OutputCaptureExtension.class)
class RetentionScheduleTests extends RightsWork {

    @Autowired
    RetentionSchedule schedule;

    @Autowired
    RetentionRows rows;

    @Autowired
    JdbcClient jdbc;

    private List<CaseId> cases;
    private byte[] sealed;

    @BeforeEach
    void three() {
        cases = List.of(closed(), closed(), closed());
        sealed = jdbc.sql("SELECT pseudonym FROM case_file WHERE id = ?")
                .param(broken().value())
                .query(byte[].class)
                .single();
    }

    @AfterEach
    void whole() {
        seal(sealed);
    }

    @Test
    void thoseBehindItAreReckonedItIsSaidOnceAndTriedAgain(CapturedOutput said) {
        // held, so that no look of the program's own comes between
        synchronized (schedule) {
            jdbc.sql("DELETE FROM rights_retention").update();
            seal(new byte[64]);

            schedule.look();
            schedule.look();

            assertThat(cases).extracting(it -> rows.of(it).size()).containsExactly(2, 0, 2);
            assertThat(warnings(said)).isEqualTo(1);

            seal(sealed);
            schedule.look();
            assertThat(rows.of(broken())).hasSize(2);
        }
    }

    @Test
    void thoseBehindItAreAskedAndItIsAskedAsSoonAsItCanBe(CapturedOutput said) {
        synchronized (schedule) {
            schedule.look();
            seal(new byte[64]);
            for (var at = 0; at < cases.size(); at++) {
                jdbc.sql("UPDATE rights_retention SET review_at = ? WHERE case_id = ?")
                        .params(
                                utc(Instant.EPOCH.plusSeconds(at + 1)),
                                cases.get(at).value())
                        .update();
            }

            schedule.look();
            schedule.look();

            assertThat(states()).containsExactly("asked", "asked", "waiting", "waiting", "asked", "asked");
            assertThat(warnings(said)).isEqualTo(1);
            assertThat(parts.of(broken())).isEmpty();

            seal(sealed);
            schedule.look();
        }
        assertThat(states()).containsOnly("asked");
        assertThat(parts.of(broken())).hasSize(2).allMatch(part -> part.kind() == Kind.RETENTION);
    }

    private List<String> states() {
        return cases.stream()
                .flatMap(it -> rows.of(it).stream())
                .map(RetentionRows.Row::state)
                .toList();
    }

    private CaseId broken() {
        return cases.get(1);
    }

    private long warnings(CapturedOutput said) {
        return said.getOut()
                .lines()
                .filter(line -> line.contains(broken() + " is passed over"))
                .count();
    }

    private void seal(byte[] pseudonym) {
        jdbc.sql("UPDATE case_file SET pseudonym = ? WHERE id = ?")
                .params(pseudonym, broken().value())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
