package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Script;

/** What is typed into a task's form is kept without being asked, and two people before one form know of each other. */
@BrowserTest
class DraftsInTheBrowserTests extends BrowserDay {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(15_000);

    DraftsInTheBrowserTests(Browser browser) {
        super(browser);
    }

    @Test
    void whatIsTypedIsSavedByItselfAndFoundAgain() {
        var task = aTaskForTwo();
        var sponsor = screens.of("sponsor.fi").open(task);
        why(sponsor).fill("Their panel knows this malformation.");
        assertThat(sponsor.page().locator("[data-saved]")).containsText("Saved", SOON);

        sponsor.page().reload();
        assertThat(why(sponsor)).hasValue("Their panel knows this malformation.");
    }

    @Test
    void twoBeforeOneFormAreToldAndBothKeepTheirText() {
        var task = aTaskForTwo();
        var sponsor = screens.of("sponsor.fi").open(task);
        assertThat(besides(sponsor)).isHidden();

        var clinician = screens.of("clinician.fi").open(task);
        assertThat(besides(clinician)).containsText("has this form open too");
        why(clinician).fill("We have asked them before.");
        why(sponsor).fill("Their panel knows this malformation.");
        assertThat(besides(sponsor)).containsText("has this form open too", SOON);
        assertThat(clinician.page().locator("[data-saved]")).containsText("Saved", SOON);

        clinician.page().reload();
        sponsor.page().reload();
        assertThat(why(clinician)).hasValue("We have asked them before.");
        assertThat(why(sponsor)).hasValue("Their panel knows this malformation.");
    }

    private String aTaskForTwo() {
        var driver =
                CaseDriver.register(new Beforehand(port).door(), "clinician.fi", Onni.answers(), Script.straight());
        return "/tasks/" + driver.workUntil("confirm-network").path("taskKey").asText();
    }

    private static Locator why(Screen screen) {
        return screen.page().locator("form[data-autosave] textarea").last();
    }

    private static Locator besides(Screen screen) {
        return screen.page().locator("#besides");
    }
}
