package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The head of each page: one calm row, and on a narrow screen a menu that needs no script. */
@BrowserTest
class HeadOfThePageTests {

    /** Of one row, in pixels. */
    private static final double ONE_ROW = 72;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "coordinator.epicare, 1440",
        "coordinator.epicare, 1280",
        "contact.fi, 1440",
        "dpo.fi, 1440",
        "auditor, 1440",
        "clinician.fi, 1280",
        "coordinator.epicare, 768",
        "coordinator.epicare, 360"
    })
    void isOneRow(String account, int width, Browser browser) {
        try (var screen = Screen.of(account, browser, address())) {
            screen.page().setViewportSize(width, 900);
            assertThat(screen.page().locator("header.top").boundingBox().height).isLessThan(ONE_ROW);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onANarrowScreenTheEntriesAreBehindAButton(boolean scripted, Browser browser) {
        try (var screen = scripted
                ? Screen.of("coordinator.epicare", browser, address())
                : Screen.withoutScripts("coordinator.epicare", browser, address())) {
            screen.page().setViewportSize(360, 740);
            var entries = screen.page().locator("#menu");
            assertThat(entries).isHidden();

            screen.press("Menu");
            assertThat(entries).isVisible();
            entries.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sessions"))
                    .click();
            screen.sees("A network meets in regular sessions");
            assertThat(entries).isHidden();
        }
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
