package org.konsil.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** In a network that no other test uses. */
@HouseTest
class OverviewTests {

    private static final AtomicLong KEYS = new AtomicLong(7_700_000);
    private static final Scope BOND = new Scope(Scope.By.NETWORK, "bond", "ERN BOND");

    @Autowired
    Overview overview;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    @BeforeEach
    @AfterEach
    void nobodyElseIsInBond() {
        jdbc.sql("DELETE FROM work_item WHERE network = 'bond'").update();
    }

    @Test
    void whatIsOpenAndLateIsCountedByStageAndCountry() {
        open("TRIAGE", "fi", null, days(2), days(-1), false);
        open("TRIAGE", "no", null, days(10), days(3), false);
        open("CONVENE", "no", null, days(40), days(-5), true);
        open("CONVENE", "no", null, days(70), null, false);
        done("ASSESS", days(1), days(2));

        var figures = figures(true);

        assertThat(figures.total()).isEqualTo(new Figures.Count(4, 1));
        assertThat(figures.stopped()).isEqualTo(1);
        assertThat(figures.stages())
                .containsExactly(
                        new Figures.Row("triage", "Triage", 2, 1),
                        new Figures.Row("convene", "Convening the panel", 2, 0));
        assertThat(figures.groups())
                .containsExactly(new Figures.Row("no", "Norway", 3, 0), new Figures.Row("fi", "Finland", 1, 1));
        assertThat(figures.ages()).extracting(Figures.Age::open).containsExactly(1L, 0L, 1L, 0L, 1L, 1L);
        assertThat(figures.arrived()).isEqualTo(1);
        assertThat(figures.done()).isEqualTo(1);
    }

    @Test
    void theForecastAddsWhatIsDueToWhatIsLate() {
        open("TRIAGE", "fi", null, days(2), days(-1), false);
        open("TRIAGE", "fi", null, days(2), days(2), false);
        open("TRIAGE", "fi", null, days(2), days(2), false);
        open("TRIAGE", "fi", null, days(2), days(40), false);
        done("TRIAGE", days(3), days(-3));
        done("TRIAGE", days(3), days(4));

        var figures = figures(true);

        assertThat(figures.days()).hasSize(14);
        assertThat(figures.dueSoon()).isEqualTo(2);
        assertThat(figures.days().getFirst().cumulated()).isEqualTo(1);
        assertThat(figures.days().getLast().cumulated()).isEqualTo(3);
        assertThat(figures.expected()).isEqualTo(1);
    }

    @Test
    void peopleOfTheNetworkAreNamedAndOthersAreOneNumber() throws Exception {
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(-1), false);
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(1), false);
        open("DELIVER", "fi", "clinician.fi", days(2), days(1), false);
        web.perform(get("/overview").with(coordinator()))
                .andExpect(content().string(containsString("/work/all?network=bond&amp;owner=dispatcher.bond")));

        var figures = figures(true);

        assertThat(figures.people()).singleElement().satisfies(load -> {
            assertThat(load.userId()).isEqualTo("dispatcher.bond");
            assertThat(load.open()).isEqualTo(2);
            assertThat(load.overdue()).isEqualTo(1);
        });
        assertThat(figures.inOtherHands()).isEqualTo(1);
        assertThat(figures(false).people()).isEmpty();
        web.perform(get("/overview?network=bond").with(user("auditor").roles("AUDITOR")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("dispatcher.bond"))));
    }

    @Test
    void everybodySeesTheirOwnAndTheNumbersLeadToTheQueue() throws Exception {
        open("TRIAGE", "fi", null, days(2), days(-1), false);

        web.perform(get("/overview").with(coordinator()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Overview: ERN BOND")))
                .andExpect(content().string(containsString("/work/all?network=bond&amp;stage=triage&amp;due=overdue")))
                .andExpect(content().string(containsString("role=\"img\"")));
        web.perform(get("/overview?network=epicare").with(coordinator())).andExpect(status().isForbidden());
        web.perform(get("/overview?country=fi").with(coordinator())).andExpect(status().isForbidden());
        web.perform(get("/overview").with(user("clinician.fi").roles("CLINICIAN")))
                .andExpect(status().isForbidden());
        web.perform(get("/overview").with(user("contact.fi").roles("CONTACT")))
                .andExpect(content().string(containsString("Overview: Finland")));
        web.perform(get("/api/v1/overview?network=bond").with(coordinator()))
                .andExpect(jsonPath("$.total.open").value(1))
                .andExpect(jsonPath("$.total.overdue").value(1));
    }

    @Test
    void theReportIsPrinted() throws Exception {
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(-1), false);

        var printed = web.perform(get("/overview/report.pdf?network=bond").with(coordinator()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var document = org.apache.pdfbox.Loader.loadPDF(printed)) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("Weekly report: ERN BOND", "1 open, 1 overdue", "Triage", "Finland");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    private Figures figures(boolean names) {
        return overview.of(BOND, names, Locale.ENGLISH);
    }

    private void open(
            String stage,
            String country,
            @Nullable String assignee,
            Duration age,
            @Nullable Duration due,
            boolean stopped) {
        put(stage, country, assignee, age, due == null ? null : clock.instant().plus(due), stopped, null);
    }

    /** @param ago when it was done; {@code early} how long before its date, negative for late */
    private void done(String stage, Duration ago, Duration early) {
        var closed = clock.instant().minus(ago);
        put(stage, "fi", "dispatcher.bond", days(50), closed.plus(early), false, closed);
    }

    private void put(
            String stage,
            String country,
            @Nullable String assignee,
            Duration age,
            @Nullable Instant due,
            boolean stopped,
            @Nullable Instant closed) {
        jdbc.sql("""
            INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage, network,
                   country, urgency, assignee, reserved, priority, due, due_order, stopped, state, version, created_at, closed_at)
            VALUES (:key, :case, 1, 'referral', 'triage', 'triage', 'Triage', :stage, 'bond', :country, 'routine', :assignee, FALSE,
                   50, :due, :order, :stopped, :state, 1, :created, :closed)
            """)
                .param("key", KEYS.incrementAndGet())
                .param("case", UUID.randomUUID())
                .param("stage", stage)
                .param("country", country)
                .param("assignee", assignee, Types.VARCHAR)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("order", clock.instant().atOffset(ZoneOffset.UTC))
                .param("stopped", stopped)
                .param("state", closed == null ? "OPEN" : "DONE")
                .param("created", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .param("closed", closed == null ? null : closed.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static RequestPostProcessor coordinator() {
        return user("coordinator.bond").roles("COORDINATOR");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
