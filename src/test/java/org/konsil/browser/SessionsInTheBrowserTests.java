package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator opens the network's regular board and plans a session; every page is looked at on a desk and on a phone. */
@BrowserTest
class SessionsInTheBrowserTests {

    private final Browser browser;

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init") // each test sits down before a screen of its own
    private Screen screen;

    SessionsInTheBrowserTests(Browser browser) {
        this.browser = browser;
    }

    @AfterEach
    void theBrowserDidNotComplain() {
        try (var looked = screen) {
            assertThat(looked.complaints()).isEmpty();
        }
    }

    @Test
    void aBoardIsOpenedAndASessionPlannedAndCalledOff() {
        at("coordinator.bond", "/boards").sees("no regular board yet").looks();
        screen.page().getByLabel("Video room").fill("https://room.example/bond");
        screen.press("Open the board").sees("The board is open").looks();
        screen.press("Plan the next session")
                .sees("The next session is planned")
                .looks();
        screen.page().locator("table a").first().click();
        screen.sees("No case is on the agenda yet").looks();
        screen.press("Fill the agenda").sees("No case was added").looks();
        screen.page().getByText("Move it, or call it off").click();
        screen.press("Call it off").sees("The session is called off").looks();
    }

    @Test
    void anExpertSeesTheSessionsToWhichTheyAreAsked() {
        at("expert1.bond", "/boards").sees("No session is planned").looks();
    }

    private Screen at(String account, String path) {
        screen = Screen.of(account, browser, "http://127.0.0.1:" + port).open(path);
        return screen;
    }
}
