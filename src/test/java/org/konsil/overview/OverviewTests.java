package org.konsil.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.print.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** In a network that no other test uses. */
@HouseTest
@Import(SomeWork.class)
class OverviewTests {

    private static final int ON_TIME = 0x0b5563;
    private static final int OVERDUE = 0xa3231f;
    private static final Scope BOND = new Scope(Scope.By.NETWORK, "bond", "ERN BOND");

    @Autowired
    Overview overview;

    @Autowired
    SomeWork work;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @BeforeEach
    @AfterEach
    void nobodyElseIsInBond() {
        work.clear();
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
        assertThat(figures.agesByStage())
                .extracting(
                        Figures.StageAges::key,
                        it -> it.ages().stream().map(Figures.Age::open).toList())
                .containsExactly(
                        tuple("triage", List.of(1L, 0L, 1L, 0L, 0L, 0L)),
                        tuple("convene", List.of(0L, 0L, 0L, 0L, 1L, 1L)));
        assertThat(figures.arrived()).isEqualTo(1);
        assertThat(figures.done()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theStoreCountsAsOneWouldPieceByPiece(boolean known) {
        var random = new Random(7);
        var people = new String[] {"dispatcher.bond", "coordinator.bond", "clinician.fi"};
        for (var at = 0; at < 200; at++) {
            var stage = random.nextBoolean() ? "TRIAGE" : random.nextBoolean() ? "CONVENE" : "FOLLOW_UP";
            var country = new String[] {"fi", "no", "pl", "se"}[random.nextInt(4)];
            var assignee = random.nextInt(3) == 0 ? people[random.nextInt(3)] : null;
            var age = Duration.ofHours(random.nextInt(24 * 80));
            var due = random.nextInt(8) == 0 ? null : Duration.ofHours(random.nextInt(24 * 40) - 24 * 15);
            var stopped = random.nextInt(6) == 0;
            if (random.nextInt(4) == 0) {
                work.put(UUID.randomUUID(), stage, country, assignee, age, due, stopped, null);
            } else {
                work.put(stage, country, assignee, age, due, stopped, null);
            }
        }
        var reader = known ? access.person("coordinator.bond").orElseThrow() : null;

        var figures = overview.of(BOND, reader, true, Locale.ENGLISH);

        var byHand = CountedByHand.of(jdbc, known, figures.at());
        assertThat(figures.total()).isEqualTo(byHand.total()).matches(it -> it.open() > 100 && it.overdue() > 20);
        assertThat(figures.stopped()).isEqualTo(byHand.stopped()).isPositive();
        assertThat(lines(figures.stages())).isEqualTo(byHand.stages()).hasSize(3);
        assertThat(lines(figures.groups())).isEqualTo(byHand.countries()).hasSize(4);
        assertThat(figures.ages()).extracting(Figures.Age::open).isEqualTo(byHand.ages());
        assertThat(figures.days()).extracting(Figures.Due::due).isEqualTo(byHand.due());
        assertThat(figures.people())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.open()).isEqualTo(byHand.hands().get(it.userId())));
        assertThat(figures.inOtherHands()).isEqualTo(byHand.hands().get("clinician.fi"));
    }

    private static List<String> lines(List<Figures.Row> rows) {
        return rows.stream()
                .map(it -> it.key() + " " + new Figures.Count(it.open(), it.overdue()))
                .sorted()
                .toList();
    }

    @Test
    void aStageHasAgesLoadAndForecastOfItsOwn() throws Exception {
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(-1), false);
        open("TRIAGE", "no", null, days(10), days(3), false);
        open("CONVENE", "no", "coordinator.bond", days(40), days(5), false);
        done("CONVENE", days(1), days(2));

        var figures = overview.of(BOND.at("triage"), null, true, Locale.ENGLISH);

        assertThat(figures.total()).isEqualTo(new Figures.Count(2, 1));
        assertThat(figures.stages()).extracting(Figures.Row::key).containsExactly("triage");
        assertThat(figures.groups()).extracting(Figures.Row::key).containsExactly("fi", "no");
        assertThat(figures.ages()).extracting(Figures.Age::open).containsExactly(1L, 0L, 1L, 0L, 0L, 0L);
        assertThat(figures.people()).extracting(Figures.Load::userId).containsExactly("dispatcher.bond");
        assertThat(figures.dueSoon()).isEqualTo(1);
        assertThat(figures.done()).isZero();
        web.perform(get("/overview?stage=triage").with(coordinator()))
                .andExpect(content().string(containsString("Overview: ERN BOND, Triage")));
        web.perform(get("/api/v1/overview?stage=triage").with(coordinator()))
                .andExpect(jsonPath("$.total.open").value(2));
        web.perform(get("/overview?stage=nonsense").with(coordinator())).andExpect(status().isUnprocessableEntity());
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
                .andExpect(
                        content().string(containsString("/work/all?network=bond&amp;stage=triage&amp;clock=overdue")))
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
    void theReportIsPrintedWithItsChartsForEyesAndForAssistiveSoftware() throws Exception {
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(-1), false);
        open("CONVENE", "fi", "dispatcher.bond", days(9), days(3), false);

        var printed = web.perform(get("/overview/report.pdf?network=bond").with(coordinator()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var document = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Weekly report: ERN BOND", "2 open, 1 overdue", "Triage", "Finland", "As bars");
            assertThat(colours(document)).contains(ON_TIME, OVERDUE);
        }
        PdfUa.assertAccessible(printed);
    }

    @Test
    void aReportOfAStageSaysSo() throws Exception {
        open("TRIAGE", "fi", "dispatcher.bond", days(2), days(-1), false);
        open("CONVENE", "fi", "dispatcher.bond", days(9), days(3), false);

        var printed = web.perform(
                        get("/overview/report.pdf?network=bond&stage=convene").with(coordinator()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var document = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Weekly report: ERN BOND, Convening the panel", "1 open, 0 overdue");
        }
    }

    private static Set<Integer> colours(PDDocument document) throws IOException {
        var colours = new HashSet<Integer>();
        for (var page = 0; page < document.getNumberOfPages(); page++) {
            var image = new PDFRenderer(document).renderImage(page);
            for (var x = 0; x < image.getWidth(); x++) {
                for (var y = 0; y < image.getHeight(); y++) {
                    colours.add(image.getRGB(x, y) & 0xffffff);
                }
            }
        }
        return colours;
    }

    private Figures figures(boolean names) {
        return overview.of(BOND, null, names, Locale.ENGLISH);
    }

    private void open(
            String stage,
            String country,
            @Nullable String assignee,
            Duration age,
            @Nullable Duration due,
            boolean stopped) {
        work.put(stage, country, assignee, age, due, stopped, null);
    }

    /** @param ago when it was done; {@code early} how long before its date, negative for late */
    private void done(String stage, Duration ago, Duration early) {
        work.put(stage, "fi", "dispatcher.bond", days(50), early.minus(ago), false, ago);
    }

    private static RequestPostProcessor coordinator() {
        return user("coordinator.bond").roles("COORDINATOR");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
