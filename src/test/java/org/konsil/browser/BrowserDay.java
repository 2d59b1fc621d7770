package org.konsil.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody's day at the screens of several people; in the end no browser may have complained. */
abstract class BrowserDay {

    private final Browser browser;

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init") // before the story begins
    Screens screens;

    BrowserDay(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void sitDown() {
        screens = new Screens(browser, port);
    }

    @AfterEach
    void noBrowserComplained() {
        screens.close();
    }
}
