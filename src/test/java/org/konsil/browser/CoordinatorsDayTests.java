package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.konsil.journey.Asked;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Caseload;
import org.konsil.journey.Script;

/** A day of a network's coordinator: the news, the lists, a triage, a panel, the whole, and a deputy for tomorrow. */
@BrowserTest
class CoordinatorsDayTests extends BrowserDay {

    private static final String NETWORK = "vascern";
    private static final String COORDINATOR = "coordinator." + NETWORK;
    private static final String DISPATCHER = "dispatcher." + NETWORK;
    private static final List<Patient> PATIENTS = Patient.on("vascular");
    private static final List<Patient> IN_TRIAGE = PATIENTS.subList(0, 4);
    private static final Patient URGENT = PATIENTS.get(1);
    private static final Patient TO_CONVENE = PATIENTS.get(4);
    private static final String DRAFT = "Imaging of April is missing; asked the ward by telephone.";

    private final Map<Patient, CaseDriver> cases = new ConcurrentHashMap<>();

    CoordinatorsDayTests(Browser browser) {
        super(browser);
    }

    @Test
    void aDayAtTheDesk() {
        sixCasesHaveComeToTheNetwork();
        theNewsSayWhatWaits();
        theListIsNarrowedAndKeptForTheTeam();
        theNextBestTaskIsTheUrgentOneAndItsDraftIsFoundAgain();
        aTaskIsHandedOverWithANote();
        manyAreClaimedAtOnceAndPutBack();
        thePanelIsProposedWithReasonsAndInvitedInOneAct();
        theBoardShowsWhoAnsweredAndWhoIsReminded();
        theOverviewLeadsToTheListBehindItsNumbers();
        theListIsTakenAway();
        singleKeysMoveThroughTheLists();
        theDeputyFindsTheWork();
    }

    private void sixCasesHaveComeToTheNetwork() {
        var before = new Beforehand(port);
        new Caseload(before.door(), 4)
                .each(IN_TRIAGE, patient -> bring(before, patient).workUntil("triage"));
        bring(before, TO_CONVENE).workUntil("convene-panel");
    }

    private CaseDriver bring(Beforehand before, Patient patient) {
        var driver = before.register(patient, Beforehand.answers(patient, NETWORK, List.of("expert1." + NETWORK)));
        cases.put(patient, driver);
        return driver;
    }

    private void theNewsSayWhatWaits() {
        var coordinator = me().open("/");
        assertThat(coordinator.page().locator("#bell")).containsText(Pattern.compile("pieces? of news"));
        coordinator.page().locator("#bell").click();
        coordinator
                .sees("A task waits for somebody of your groups")
                .sees(URGENT.pseudonym())
                .looks();
        Album.keep(coordinator.page(), "coordinator-news");
    }

    private void theListIsNarrowedAndKeptForTheTeam() {
        var coordinator =
                me().open("/work/available").sees("My work").sees("My cases").sees("Team");
        var page = coordinator.page();
        page.locator("summary").getByText("Filter").click();
        page.getByLabel("Stage", new Page.GetByLabelOptions().setExact(true)).selectOption("triage");
        page.getByLabel("Network", new Page.GetByLabelOptions().setExact(true)).selectOption(NETWORK);
        coordinator.press("Show").sees("Stage: Triage").sees("Network: VASCERN");
        assertThat(page.url()).contains("stage=triage", "network=" + NETWORK).doesNotContain("ORPHA");
        IN_TRIAGE.forEach(
                patient -> assertThat(page.locator("#work-list tbody")).containsText(patient.pseudonym()));
        coordinator.looks();
        Album.keep(page, "coordinator-list");

        page.locator("summary").getByText("Saved views").click();
        page.getByLabel("Who sees it").selectOption("dispatcher:" + NETWORK);
        coordinator.press("Keep this view").sees("The view is kept.");
        var dispatcher = screens.of(DISPATCHER).open("/work");
        dispatcher.page().locator("summary").getByText("Saved views (1)").click();
        dispatcher.page().locator(".views li a").first().click();
        assertThat(dispatcher.page()).hasURL(Pattern.compile(".*stage=triage.*"));
        dispatcher.sees("Stage: Triage");

        page.locator(".chips").getByText("Stage: Triage").click();
        assertThat(page).hasURL(Pattern.compile("^((?!stage).)*$"));
        assertThat(page.locator("#work-list tbody")).containsText(TO_CONVENE.pseudonym());
    }

    private void theNextBestTaskIsTheUrgentOneAndItsDraftIsFoundAgain() {
        var coordinator = me().open("/work")
                .press("Next best task")
                .sees("This task matters most for you now: its case is urgent")
                .findsTask("Triage the case", URGENT.pseudonym());
        var page = coordinator.page();
        page.getByLabel("Note for the coordinator").fill(DRAFT);
        coordinator.press("Save for later").sees("What you typed is saved. Only you see it.");
        coordinator.open("/work");
        page.locator("#work-list tbody tr").filter(with(URGENT)).locator("th a").click();
        assertThat(page.getByLabel("Note for the coordinator")).hasValue(DRAFT);
        coordinator
                .fillIn(
                        Map.of(
                                "inScope",
                                "yes",
                                "completeness",
                                "complete",
                                "urgencyAgreed",
                                "urgent",
                                "triageDecision",
                                "accept"),
                        "Complete")
                .provesAgainIfAsked("Complete")
                .sees("The task is completed.");
    }

    private void aTaskIsHandedOverWithANote() {
        var patient = IN_TRIAGE.getFirst();
        var coordinator = me().findsTask("Triage the case", patient.pseudonym())
                .press("Claim")
                .sees("The task is in your hands.");
        var page = coordinator.page();
        page.locator("#to").selectOption(DISPATCHER);
        page.locator("#delegate-note").fill("You know the ward; please ask for the scan of April.");
        coordinator.press("Hand over").sees("The task was handed over.");
        screens.of(DISPATCHER)
                .findsTask("Triage the case", patient.pseudonym())
                .sees("Étienne Chantemerle left a note")
                .sees("please ask for the scan of April");
    }

    private void manyAreClaimedAtOnceAndPutBack() {
        var left = List.of(IN_TRIAGE.get(0), IN_TRIAGE.get(2), IN_TRIAGE.get(3));
        var coordinator = me().open("/work/all?stage=triage&network=" + NETWORK + "&sort=created");
        var page = coordinator.page();
        choose(left, "claim");
        var lines = page.locator("main tbody tr");
        assertThat(lines).hasCount(left.size());
        assertThat(lines.filter(with(left.getFirst()))).containsText("Would be refused");
        assertThat(lines.filter(with(left.getFirst()))).containsText("in the hands of Solène Montrichard");
        assertThat(lines.filter(new Locator.FilterOptions().setHasText("Would be done")))
                .hasCount(2);
        coordinator.looks();
        Album.keep(page, "coordinator-bulk");
        coordinator.press("Claim").sees("Refused").sees("Done");
        coordinator
                .press("Undo")
                .sees("It was undone, as far as nobody had acted since.")
                .looks();

        coordinator.open("/work/all?stage=triage&network=" + NETWORK);
        choose(left, "priority");
        page.locator("#value").fill("80");
        coordinator.press("See what would become of each").sees("Would be done");
        coordinator.press("Set the priority").sees("Done").seesNothingOf("Refused");
    }

    private void choose(List<Patient> patients, String deed) {
        var page = me().page();
        patients.forEach(patient -> page.locator("#work-list tbody tr")
                .filter(with(patient))
                .locator(".pick input")
                .check());
        page.locator("#deed").selectOption(deed);
        me().press("See what would become of each");
    }

    private void thePanelIsProposedWithReasonsAndInvitedInOneAct() {
        var coordinator = me().findsTask("Convene the panel", TO_CONVENE.pseudonym());
        if (coordinator.page().getByText("Claim it").count() > 0) {
            coordinator.press("Claim");
        }
        var task = coordinator.page().url();
        coordinator
                .open("/cases/" + theCase(TO_CONVENE).caseId() + "/panel/proposal")
                .sees("Speaks for")
                .sees("covers vascular medicine")
                .sees("Camille Marchevel")
                .looks();
        Album.keep(coordinator.page(), "coordinator-proposal");
        coordinator.page().navigate(task);
        coordinator
                .fillIn(
                        Map.of(
                                "lead",
                                "lead." + NETWORK,
                                "opinionDue",
                                today().plusDays(14).toString(),
                                "language",
                                "en"),
                        "Complete")
                .provesAgainIfAsked("Complete")
                .sees("The task is completed.");
    }

    private void theBoardShowsWhoAnsweredAndWhoIsReminded() {
        var driver = theCase(TO_CONVENE);
        var board = "/cases/" + driver.caseId() + "/panel";
        var coordinator = me().waitsFor(board, "Invitations are out").sees("needed have accepted");
        var page = coordinator.page();
        var lines = page.locator("#panel-board tbody tr");
        var answered = new HashSet<String>();
        driver.follow(Beforehand.answers(TO_CONVENE, NETWORK, List.of())
                .but(asked -> !isOfFirstTwo(answered, asked), asked -> Script.NOTHING));
        driver.workUntilLeft();
        coordinator.waitsFor(board, "2 of 3 needed have accepted").sees("That the quorum comes together");
        lines.filter(new Locator.FilterOptions().setHasNotText("Accepted"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Remind.*")))
                .first()
                .click();
        coordinator.sees("The reminder is sent.").sees("once, last").looks();
        Album.keep(page, "coordinator-board");
    }

    /** Two of those who are invited answer the same day. */
    private static boolean isOfFirstTwo(Set<String> answered, Asked asked) {
        return answered.contains(asked.account()) || answered.size() < 2 && answered.add(asked.account());
    }

    private void theOverviewLeadsToTheListBehindItsNumbers() {
        var coordinator = me().open("/overview").sees("Overview: VASCERN").looks();
        Album.keep(coordinator.page(), "coordinator-overview");
        coordinator
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("\\d+ open: Triage")))
                .click();
        coordinator
                .sees("Stage: Triage")
                .sees("Network: VASCERN")
                .sees(IN_TRIAGE.getFirst().pseudonym());
        coordinator.open("/overview").follow("Solène Montrichard");
        coordinator.sees("In the hands of: Solène Montrichard");
    }

    private void theListIsTakenAway() {
        me().open("/work/all?network=" + NETWORK + "&stage=triage").sees("Download (CSV)");
        var table = screens.fetched(COORDINATOR, "/work/export.csv?list=all&network=" + NETWORK + "&stage=triage");
        assertThat(table).contains(IN_TRIAGE.getFirst().pseudonym()).doesNotContain("ORPHA", "dissection");
    }

    private void singleKeysMoveThroughTheLists() {
        var coordinator = me().open("/work/look");
        var page = coordinator.page();
        page.getByLabel("Single keys do something on the pages of work").check();
        coordinator.press("Keep it so").sees("Your lists look so from now on.");
        coordinator.open("/work");
        page.keyboard().press("5");
        assertThat(page).hasURL(Pattern.compile(".*/work/all.*"));
        page.waitForLoadState();
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#work-list tbody tr").first().locator(".pick input"))
                .isChecked();
        page.keyboard().press("?");
        coordinator.sees("Next best task").sees("Choose the line, or not").looks();
    }

    private void theDeputyFindsTheWork() {
        var mine = IN_TRIAGE.get(2);
        me().findsTask("Triage the case", mine.pseudonym()).press("Claim").sees("The task is in your hands.");
        var coordinator = me().open("/work/away");
        var page = coordinator.page();
        page.getByLabel("Who is away").selectOption(COORDINATOR);
        page.getByLabel("Last day away").fill(today().plusDays(5).toString());
        page.getByLabel("Deputy").selectOption(DISPATCHER);
        coordinator.press("Record the absence").sees("The absence is recorded.").looks();
        screens.of(DISPATCHER)
                .open("/work")
                .findsTask("Triage the case", mine.pseudonym())
                .sees("You act on behalf of Étienne Chantemerle");
        coordinator.open("/work/away");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Back again")))
                .first()
                .click();
        coordinator.sees("The absence is taken back.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(new Beforehand(port).door().clock().instant(), ZoneOffset.UTC);
    }

    private Screen me() {
        return screens.of(COORDINATOR);
    }

    private CaseDriver theCase(Patient patient) {
        return Objects.requireNonNull(cases.get(patient));
    }

    private static Locator.FilterOptions with(Patient patient) {
        return new Locator.FilterOptions().setHasText(patient.pseudonym());
    }
}
