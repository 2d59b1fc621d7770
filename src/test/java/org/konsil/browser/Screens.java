package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.HashMap;
import java.util.Map;

/** The screens of a story: whoever has sat down before one keeps it until the story ends. None of them may have complained by then. */
final class Screens implements AutoCloseable {

    private final Map<String, Screen> screens = new HashMap<>();
    private final Browser browser;
    private final String base;

    Screens(Browser browser, int port) {
        this.browser = browser;
        this.base = "http://127.0.0.1:" + port;
    }

    Screen of(String account) {
        return screens.computeIfAbsent(account, it -> Screen.of(it, browser, base));
    }

    /** From now on this person has the phone in hand. */
    Screen onPhone(String account) {
        return screens.computeIfAbsent(account, it -> Screen.onPhone(it, browser, base));
    }

    /** What a link hands over to be kept, as text. */
    String fetched(String account, String path) {
        return of(account).page().request().get(base + path).text();
    }

    @Override
    public void close() {
        var complaints = screens.values().stream()
                .flatMap(it -> it.complaints().stream())
                .toList();
        screens.values().forEach(Screen::close);
        assertThat(complaints).isEmpty();
    }
}
