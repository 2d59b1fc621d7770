package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Caseload;
import org.konsil.journey.Script;

/** A network's monthly session with eight cases, from the board's rhythm to the outcome's draft. */
@BrowserTest
class SessionDayTests extends BrowserDay {

    private static final String NETWORK = "euro-nmd";
    private static final String COORDINATOR = "coordinator." + NETWORK;
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final List<Patient> EIGHT = Patient.on("neuromuscular");
    private static final Patient WAITS_LONGEST = EIGHT.getFirst();
    private static final Patient URGENT = EIGHT.get(1);
    private static final Patient PAPERS_ARE_LATE = EIGHT.getLast();
    private static final List<List<String>> PANELS = List.of(
            experts(1, 2, 3),
            experts(2, 3, 4),
            experts(1, 3, 6),
            experts(1, 3, 5),
            experts(2, 3, 7),
            experts(1, 4, 7),
            experts(2, 3, 6),
            experts(1, 4, 5));

    private final Map<Patient, CaseDriver> cases = new ConcurrentHashMap<>();
    private String session = "";

    SessionDayTests(Browser browser) {
        super(browser);
    }

    @Test
    void eightCasesAreSpokenAboutInOneSessionAndTheirAdviceIsDrafted() {
        eightCasesAreBeingDiscussed();
        theNetworkOpensAMonthlyBoard();
        theAgendaFillsWithWhatIsReady();
        theCoordinatorPutsOnTheCaseWhosePapersAreLate();
        everybodySaysWhenTheyCanComeInTheirOwnTime();
        theSessionIsFixedAndStandsInTheirCalendars();
        minutesAreWrittenCaseByCase();
        theHomeClinicianHearsOfItTheSameDay();
        theLeadFindsTheDecisionsInTheDraft();
    }

    private void eightCasesAreBeingDiscussed() {
        var before = new Beforehand(port);
        discuss(before, 0);
        before.door().advance("P3D");
        new Caseload(before.door(), 4)
                .each(IntStream.range(1, EIGHT.size()).boxed().toList(), number -> discuss(before, number));
        EIGHT.stream()
                .filter(patient -> patient != PAPERS_ARE_LATE)
                .forEach(patient -> before.addReport(theCase(patient), patient));
    }

    /** The opinions are there; the lead waits for the session. */
    private CaseDriver discuss(Beforehand before, int number) {
        var patient = EIGHT.get(number);
        var panel = PANELS.get(number);
        var driver = before.register(
                patient, Beforehand.answers(patient, NETWORK, panel).but("lead-discussion", Script.NOTHING));
        cases.put(patient, driver);
        driver.workUntil("has its opinions", now -> panel.size() == opinions(driver) && asksTheLead(now));
        return driver;
    }

    private static long opinions(CaseDriver driver) {
        return driver.log().stream()
                .filter(done -> done.startsWith("expert-opinion"))
                .count();
    }

    private static boolean asksTheLead(JsonNode now) {
        return now.path("openWork").findValuesAsText("formId").contains("lead-discussion");
    }

    private void theNetworkOpensAMonthlyBoard() {
        var coordinator = screens.of(COORDINATOR).open("/boards").sees("no regular board yet");
        var page = coordinator.page();
        page.getByLabel("Monthly").check();
        page.getByLabel("Week of the month").selectOption("2");
        page.locator("#board-weekday").selectOption("THURSDAY");
        page.getByLabel("Video room").fill("https://room.example/neuromuscular");
        coordinator
                .press("Open the board")
                .sees("The board is open")
                .sees("each month on the second Thursday")
                .looks();
        page.getByText("Ask when people can come").click();
        var moments = page.locator("input[name=moment]");
        var soon = LocalDate.ofInstant(new Beforehand(port).door().clock().instant(), ZoneOffset.UTC)
                .plusDays(7)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        moments.nth(0).fill(FORM.format(soon.atTime(14, 0)));
        moments.nth(1).fill(FORM.format(soon.plusDays(1).atTime(9, 0)));
        coordinator.press("Ask").sees("Moment not fixed yet").sees("No case is on the agenda yet");
        session = page.url().replaceFirst(".*(/boards/sessions/[^?#]*).*", "$1");
    }

    private void theAgendaFillsWithWhatIsReady() {
        var coordinator =
                screens.of(COORDINATOR).open(session).press("Fill the agenda").sees("7 cases were added.");
        var agenda = agenda(coordinator);
        assertThat(agenda).hasSize(7);
        assertThat(agenda.get(0)).as("urgent ones first").contains(URGENT.pseudonym(), "Urgent");
        assertThat(agenda.get(1))
                .as("then who waits longest")
                .contains(WAITS_LONGEST.pseudonym(), "3 opinions, 3 needed");
    }

    private void theCoordinatorPutsOnTheCaseWhosePapersAreLate() {
        var coordinator = screens.of(COORDINATOR);
        coordinator
                .page()
                .getByText("One case is being discussed and on no agenda")
                .click();
        coordinator.sees("no documents");
        coordinator.press("Put on " + PAPERS_ARE_LATE.pseudonym());
        assertThat(coordinator.page().locator("table.agenda tbody tr")).hasCount(8);
        assertThat(agenda(coordinator)).last().asString().contains("no documents");
        coordinator.looks();
        Album.keep(coordinator.page(), "session-agenda");

        new Beforehand(port).addReport(theCase(PAPERS_ARE_LATE), PAPERS_ARE_LATE);
        coordinator.open(session).seesNothingOf("no documents");
    }

    private void everybodySaysWhenTheyCanComeInTheirOwnTime() {
        says("expert2.euro-nmd", "can come", "perhaps");
        says("expert3.euro-nmd", "can come", "cannot come");
        says("expert1.euro-nmd", "perhaps", "cannot come");
        var coordinator = screens.of(COORDINATOR).open(session).sees("2 can").sees("nobody can yet");
        var fromFinland = coordinator
                .page()
                .locator("#session-attendance tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Juhani Kivimaa"));
        assertThat(fromFinland).containsText("15:00 EE");
        Album.keep(coordinator.page(), "session-attendance", "#session-attendance");
    }

    private void says(String expert, String first, String second) {
        var person = screens.of(expert).open("/boards");
        person.page().locator("#board-sessions tbody a").last().click();
        person.page().locator("#can-0").selectOption(new SelectOption().setLabel(first));
        person.page().locator("#can-1").selectOption(new SelectOption().setLabel(second));
        person.press("Say so").sees("Your answer is kept.");
    }

    private void theSessionIsFixedAndStandsInTheirCalendars() {
        var coordinator = screens.of(COORDINATOR).open(session);
        coordinator.page().getByText("Fix it for").first().click();
        coordinator.sees("The moment is fixed, and everybody is told.").sees("Planned");
        screens.of("expert2.euro-nmd").open("/news").sees("session");
        var entry = screens.fetched("expert2.euro-nmd", session + "/invitation.ics");
        assertThat(entry)
                .contains("METHOD:REQUEST", "DTSTART", "https://room.example/neuromuscular")
                .doesNotContain("ORPHA", "SMN2");
    }

    private void minutesAreWrittenCaseByCase() {
        var coordinator =
                screens.of(COORDINATOR).open(session).press("Begin the session").sees("Is being held");
        for (var turn = 0; turn < EIGHT.size(); turn++) {
            var pseudonym = coordinator
                    .open(session)
                    .page()
                    .locator("table.agenda tbody tr")
                    .nth(turn)
                    .locator("th a")
                    .innerText();
            var patient = EIGHT.stream()
                    .filter(it -> it.pseudonym().equals(pseudonym))
                    .findFirst()
                    .orElseThrow();
            coordinator
                    .press("Speak about it now " + pseudonym)
                    .sees("Who recommends what")
                    .sees(patient.advice());
            writeMinutes(coordinator, patient);
            if (turn == 0) {
                coordinator.sees("Proximal spinal muscular atrophy").looks();
                Album.keep(coordinator.page(), "session-minutes", "#panel-matrix");
            }
            coordinator.press("Keep the minutes").sees("The minutes are kept");
        }
        coordinator.press("End the session").sees("Was held");
        assertThat(agenda(coordinator)).allSatisfy(line -> assertThat(line).contains("Minutes kept"));
    }

    private static void writeMinutes(Screen coordinator, Patient patient) {
        var page = coordinator.page();
        page.locator("input[name=attendees]").all().forEach(Locator::check);
        page.getByLabel("Points discussed").fill("Findings shown by the home clinician. The opinions agree.");
        page.getByLabel("Decisions").fill(patient.advice() + "\nSee the patient again in six months");
        if (patient.isUrgent()) {
            page.getByLabel("What the home clinician may know meanwhile")
                    .fill("Please book the bed; the signed advice follows.");
        }
    }

    private void theHomeClinicianHearsOfItTheSameDay() {
        screens.of(URGENT.clinician())
                .waitsFor("/cases/" + theCase(URGENT).caseId(), "Please book the bed")
                .sees("What the network has told you");
    }

    private void theLeadFindsTheDecisionsInTheDraft() {
        var lead = screens.of("lead.euro-nmd").findsTask("Lead the discussion", URGENT.pseudonym());
        lead.fillIn(OnniAnswers.READY, "Complete").sees("The task is completed.");
        lead.findsTask("Draft the outcome", URGENT.pseudonym());
        assertThat(lead.page().locator("textarea[name=summary]")).hasValue(Pattern.compile(".*The opinions agree.*"));
        assertThat(lead.page().locator("[name='recommendations[0].text']")).hasValue(URGENT.advice());
        assertThat(lead.page().locator("[name='recommendations[1].text']"))
                .hasValue("See the patient again in six months");
        lead.looks();
        Album.keep(lead.page(), "session-draft", "fieldset:has([name='recommendations[0].text'])");
    }

    private static List<String> agenda(Screen screen) {
        return screen.page().locator("table.agenda tbody tr").allInnerTexts();
    }

    private CaseDriver theCase(Patient patient) {
        return Objects.requireNonNull(cases.get(patient));
    }

    private static List<String> experts(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> "expert" + number + "." + NETWORK)
                .toList();
    }
}
