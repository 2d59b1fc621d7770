package org.konsil.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.audit.Timeline.Moment;
import org.konsil.casefile.CaseTraits.Traits;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.process.ProcessFile;

/** The program's own definitions over a history of four cases that can be counted by hand. */
class CountedTests {

    private static final CaseId ANNA = new CaseId(new UUID(0, 1));
    private static final CaseId BORIS = new CaseId(new UUID(0, 2));
    private static final CaseId CLARA = new CaseId(new UUID(0, 3));
    private static final CaseId DORA = new CaseId(new UUID(0, 4));

    private final Map<CaseId, Traits> traits = new HashMap<>();
    private List<Moment> history = List.of();

    @BeforeEach
    void fourCases() {
        traits.put(ANNA, new Traits("fi", "hus", "routine", "epicare"));
        traits.put(BORIS, new Traits("fi", "hus", "urgent", "epicare"));
        traits.put(CLARA, new Traits("no", "ous", "routine", "epicare"));
        traits.put(DORA, new Traits("se", "karolinska", "routine", null));
        history = Stream.of(
                        // Anna: 10 days to the first opinion, 20 to the outcome; everything accepted
                        happened("2025-12-01", ANNA, "case-registered"),
                        happened("2026-01-01T12:00:00Z", ANNA, "stage-entered", "new", "triage"),
                        happened("2026-01-02", ANNA, "stage-entered", "new", "convening"),
                        happened("2026-01-12", ANNA, "opinion-given"),
                        happened("2026-01-13", ANNA, "opinion-given"),
                        happened("2026-01-22", ANNA, "outcome-signed"),
                        happened(
                                "2026-01-25",
                                ANNA,
                                "advice-answered",
                                "accepted",
                                "2",
                                "modified",
                                "1",
                                "rejected",
                                "0"),
                        happened("2026-12-01", ANNA, "case-closed"),
                        // Boris, urgent: 2 days; one of two rejected
                        happened("2026-02-01", BORIS, "case-registered"),
                        happened("2026-02-02", BORIS, "stage-entered", "new", "triage"),
                        happened("2026-02-03", BORIS, "stage-entered", "new", "convening"),
                        happened("2026-02-04", BORIS, "opinion-given"),
                        happened("2026-02-05", BORIS, "outcome-signed"),
                        happened(
                                "2026-02-06",
                                BORIS,
                                "advice-answered",
                                "accepted",
                                "1",
                                "modified",
                                "0",
                                "rejected",
                                "1"),
                        // Clara: 40 days, then signed once more after a conflict, which counts no second time
                        happened("2026-03-01", CLARA, "case-registered"),
                        happened("2026-03-02", CLARA, "stage-entered", "new", "triage"),
                        happened("2026-03-03", CLARA, "stage-entered", "new", "convening"),
                        happened("2026-03-13", CLARA, "opinion-given"),
                        happened("2026-04-12", CLARA, "outcome-signed"),
                        happened("2026-05-12", CLARA, "outcome-signed"),
                        // Dora: solved at home
                        happened("2026-06-01", DORA, "case-registered"),
                        happened("2026-06-11", DORA, "case-closed"))
                .toList();
    }

    @Test
    void theYearsFiguresAreThoseCountedByHand() throws IOException {
        assertThat(all("new-referrals")).isEqualTo(new Figure(3.0, 3));
        assertThat(all("cases-entered")).isEqualTo(new Figure(3.0, 3));
        assertThat(all("cases-reviewed")).isEqualTo(new Figure(3.0, 3));
        assertThat(all("time-to-first-contribution")).isEqualTo(new Figure(10.0, 3));
        assertThat(all("time-to-outcome")).isEqualTo(new Figure(30.0, 2));
        assertThat(all("time-to-closure")).isEqualTo(new Figure(187.5, 2));
        assertThat(all("providers-taking-part")).isEqualTo(new Figure(3.0, 3));
        assertThat(all("countries-taking-part")).isEqualTo(new Figure(3.0, 3));
        assertThat(all("advice-accepted")).isEqualTo(new Figure(80.0, 2));
        assertThat(all("share-with-orpha-code")).isEqualTo(new Figure(66.7, 3));
        assertThat(all("advice-implemented")).isEqualTo(new Figure(100.0, 2));
    }

    @Test
    void eachSliceIsCountedByItself() throws IOException {
        var definition = definition("time-to-outcome");

        assertThat(figure(definition, new Indicators.Slice("country", "fi"))).isEqualTo(new Figure(20.0, 1));
        assertThat(figure(definition, new Indicators.Slice("network", "epicare")))
                .isEqualTo(new Figure(30.0, 2));
        assertThat(figure(definition, new Indicators.Slice("country", "se"))).isEqualTo(new Figure(null, 0));
    }

    @Test
    void tooFewCasesAreNotToldToTheOutside() throws IOException {
        var definition = definition("new-referrals");
        var few = Line.of(definition, 2026, "country", "no", new Figure(4.0, 4), true);
        var enough = Line.of(definition, 2026, "country", "fi", new Figure(5.0, 5), true);

        assertThat(few.suppressed()).isTrue();
        assertThat(few.value()).isNull();
        assertThat(few.cases()).isNull();
        assertThat(enough.value()).isEqualTo(5.0);
        assertThat(Line.of(definition, 2026, "country", "no", new Figure(4.0, 4), false)
                        .value())
                .isEqualTo(4.0);
    }

    @Test
    void aDefinitionThatCannotBeCountedIsRefused() throws IOException {
        var good = Files.readString(Path.of("processes/time-to-outcome-1.indicator.yaml"));

        refused(good.replace("median-days", "average"), "average");
        refused(good.replace("of: {action: outcome-signed}", ""), "of:");
        refused(good.replace("version: 1", "version: 2"), "time-to-outcome-2.indicator.yaml");
        refused(good.replace("validFrom: 2017", ""), "validFrom");
    }

    private static void refused(String text, String because) {
        assertThatThrownBy(() -> Definitions.read(
                        new ProcessFile("time-to-outcome-1.indicator.yaml", text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private Figure all(String id) throws IOException {
        return figure(definition(id), Indicators.Slice.ALL);
    }

    private Figure figure(Definition definition, Indicators.Slice slice) {
        var counted = new Counted(
                definition, LocalDate.of(2026, 1, 1).atStartOfDay(Days.PLACE).toInstant());
        history.forEach(counted::hear);
        return counted.of(traits, slice::has, caseId -> !caseId.equals(CLARA));
    }

    private static Definition definition(String id) throws IOException {
        var name = id + "-1.indicator.yaml";
        return Definitions.read(new ProcessFile(name, Files.readAllBytes(Path.of("processes", name))));
    }

    private static Moment happened(String at, CaseId caseId, String action, String... details) {
        var said = new HashMap<String, String>();
        for (int i = 0; i < details.length; i += 2) {
            said.put(details[i], details[i + 1]);
        }
        return new Moment(caseId, Instant.parse(at.contains("T") ? at : at + "T12:00:00Z"), action, said);
    }
}
