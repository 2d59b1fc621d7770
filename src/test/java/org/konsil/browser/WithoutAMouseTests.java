package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Script;

/** Work is found, claimed, written on and put aside with the keyboard alone, and no page holds the focus fast. */
@BrowserTest
class WithoutAMouseTests extends BrowserDay {

    /** More stops than a page has. */
    private static final int PATIENCE = 200;

    WithoutAMouseTests(Browser browser) {
        super(browser);
    }

    @Test
    void aTaskIsFoundClaimedAndWrittenOn() {
        var answers = Onni.answers();
        var driver = CaseDriver.register(new Beforehand(port).door(), "clinician.fi", answers, Script.straight());
        var key = driver.workUntil("domestic-opinion").path("taskKey").asText();
        var centre = screens.of("centre.fi").open("/work/available?sort=-created");
        var page = centre.page();

        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to the content");
        page.keyboard().press("Enter");
        goTo(centre, "main a[href='/tasks/" + key + "']");
        page.keyboard().press("Enter");
        centre.sees(answers.path("pseudonym").asText());

        goTo(centre, "form[action$='/claim'] button");
        page.keyboard().press("Enter");
        centre.sees("The task is in your hands.");

        goTo(centre, "form[data-autosave] textarea");
        page.keyboard().type("We have seen two such boys in ten years.");
        goTo(centre, "button[name=draft]");
        page.keyboard().press("Enter");
        centre.sees("What you typed is saved.");
        assertThat(page.locator("form[data-autosave] textarea").first())
                .hasValue("We have seen two such boys in ten years.");
    }

    @Test
    void theFocusLeavesEveryPageAgain() {
        var clinician = screens.of("clinician.fi");
        for (var path : new String[] {"/cases/new", "/work/available", "/news/mail"}) {
            clinician.open(path);
            goTo(clinician, ".bottom a");
        }
    }

    private static void goTo(Screen screen, String where) {
        var page = screen.page();
        for (var step = 0; step < PATIENCE; step++) {
            page.keyboard().press("Tab");
            Locator here = page.locator(":focus");
            if (here.count() > 0 && Objects.equals(here.evaluate("(it, where) => it.matches(where)", where), true)) {
                return;
            }
        }
        assertThat(where).as("reached with the Tab key on " + page.url()).isNull();
    }
}
