package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.desk.SomeCases;
import org.konsil.desk.dossier.Notes;
import org.konsil.kernel.CaseId;
import org.konsil.telling.Kind;
import org.konsil.telling.News;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A page that lies open shows what is new without being loaded anew. */
@BrowserTest
class LivePagesTests {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(15_000);
    private static final String EXPERT = "expert6.epicare";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    News news;

    @Autowired
    Notes notes;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theBellRingsAndANoteOfAColleagueAppears(Browser browser) {
        var caseId = aCaseOnThePanel();
        try (var screen = Screen.of(EXPERT, browser, "http://127.0.0.1:" + port)) {
            screen.open("/cases/" + caseId).sees("Nothing is pinned");

            transaction.executeWithoutResult(
                    status -> news.tell(Kind.MENTION, List.of(EXPERT), caseId, null, "mention:live"));
            assertThat(screen.page().locator("#bell")).containsText("One piece of news", SOON);

            notes.pin(caseId, "Ask for the second MRI.", access.person(EXPERT).orElseThrow());
            assertThat(screen.page().locator("#pinned-notes")).containsText("Ask for the second MRI.", SOON);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void whatSomebodyIsTypingStays(Browser browser) {
        var caseId = aCaseOnThePanel();
        try (var screen = Screen.of(EXPERT, browser, "http://127.0.0.1:" + port)) {
            screen.open("/cases/" + caseId);
            screen.page().locator("summary").getByText("Pin a note").click();
            screen.page().locator("#note-text").fill("Half a sentence");

            notes.pin(caseId, "From another window.", access.person(EXPERT).orElseThrow());

            assertThat(screen.page().locator("#pinned-notes")).containsText("From another window.", SOON);
            assertThat(screen.page().locator("#note-text")).hasValue("Half a sentence");
        }
    }

    @Test
    void aListThatWasBroughtUpToDateCanStillBeChosenAsAWhole(Browser browser) {
        register("LIVE-1");
        register("LIVE-2");
        try (var screen = Screen.of("clinician.fi", browser, "http://127.0.0.1:" + port)) {
            screen.waitsFor("/work/available?sort=-created", "LIVE-1")
                    .waitsFor("/work/available?sort=-created", "LIVE-2");

            var list = screen.page().locator("#work-list");
            // what comes before the page listens is on it when it is loaded anew: another one comes then
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(40))
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        register("LIVE-3");
                        return comesTo(list, "LIVE-3");
                    });
            screen.page().getByLabel("All on this page").check();

            assertThat(list.locator("tr.chosen")
                            .filter(new Locator.FilterOptions().setHasText("LIVE-3"))
                            .first())
                    .isVisible();
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static boolean comesTo(Locator list, String pseudonym) {
        try {
            assertThat(list).containsText(pseudonym, new ContainsTextOptions().setTimeout(4_000));
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private void register(String pseudonym) {
        registration.register(
                SomeCases.onni().put("pseudonym", pseudonym),
                access.person("clinician.fi").orElseThrow(),
                null);
    }

    private CaseId aCaseOnThePanel() {
        var caseId = registration.register(
                SomeCases.onni(), access.person("clinician.fi").orElseThrow(), null);
        transaction.executeWithoutResult(
                status -> grants.share(GivenConsent.toEverything(house, caseId), EXPERT, As.PANEL));
        return caseId;
    }
}
