package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with a page does not escape the eyes. */
@ExtendWith(Chromium.class)
class EyesTests {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>A page</title><style>
            a:focus-visible, input:focus-visible { outline: 3px solid #b4530a; }
            @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #9be8f2; } }
            %s</style></head><body><main><h1>A page</h1>%s<p><a href="#there">A link</a></p></main></body></html>
            """;

    private final Browser browser;

    @SuppressWarnings("NullAway.Init") // each test opens one
    private Page page;

    EyesTests(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        page = browser.newPage();
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void aPageThatIsFitForEverybodyIsFoundFit() {
        shows("", "<p>Words.</p>");
        assertThatCode(() -> Eyes.look(page)).doesNotThrowAnyException();
        assertThatCode(() -> Eyes.lookInEachTheme(page)).doesNotThrowAnyException();
        assertThatCode(() -> Eyes.followTheFocus(page)).doesNotThrowAnyException();
    }

    @Test
    void whatIsOnlyBadPracticeIsSeen() {
        shows("", "<h4>Too deep at once</h4>");
        complains(() -> Eyes.look(page), "heading-order");
    }

    @Test
    void whatIsWiderThanAnEnlargedPageIsSeen() {
        shows("", "<p style='width: 350px; margin: 0'>Words.</p>");
        complains(() -> Eyes.look(page), "too wide at 320");
    }

    @Test
    void whatCannotBeReadInTheDarkOnlyIsSeen() {
        shows("@media (prefers-color-scheme: dark) { .faint { color: #333; } }", "<p class='faint'>Words.</p>");
        assertThatCode(() -> Eyes.look(page)).doesNotThrowAnyException();
        complains(() -> Eyes.lookInEachTheme(page), "color-contrast");
    }

    @Test
    void whatCannotBeReadByWhoAsksForMoreContrastIsSeen() {
        shows("@media (prefers-contrast: more) { .faint { color: #bbb; } }", "<p class='faint'>Words.</p>");
        complains(() -> Eyes.lookInEachTheme(page), "color-contrast");
    }

    @Test
    void aFocusThatIsNotShownIsMissed() {
        shows("a.bare:focus-visible { outline: none; }", "<p><a class='bare' href='#here'>Bare</a></p>");
        complains(() -> Eyes.followTheFocus(page), "no focus ring");
    }

    @Test
    void aFocusBelowABarThatStaysIsMissed() {
        shows(
                ".bar { position: fixed; inset: auto 0 0 0; height: 10rem; background: #fff; } .tall { height: 150vh; }",
                "<div class='tall'></div><p><a href='#here'>Below the bar</a></p><div class='bar'>Bar</div>");
        complains(() -> Eyes.followTheFocus(page), "covered");
    }

    private void shows(String style, String content) {
        page.setContent(PAGE.formatted(style, content));
    }

    private static void complains(ThrowingCallable look, String about) {
        assertThatThrownBy(look).isInstanceOf(AssertionError.class).hasMessageContaining(about);
    }
}
