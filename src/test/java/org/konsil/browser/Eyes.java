package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at a page at desktop and phone width: WCAG 2.2 AA and good practice as far as axe can tell, no key for words. At these and the
 * other usual widths, down to that of a page enlarged four times, nothing is wider than the screen.
 */
final class Eyes {

    private static final Map<String, int[]> SCREENS =
            Map.of("desktop", new int[] {1280, 900}, "phone", new int[] {390, 844});
    private static final int[] OTHER_WIDTHS = {320, 360, 768, 1440};
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** All that a theme changes. */
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final Map<String, EmulateMediaOptions> THEMES = Map.of(
            "dark",
            theme(ColorScheme.DARK, Contrast.NO_PREFERENCE, ForcedColors.NONE),
            "more contrast",
            theme(ColorScheme.LIGHT, Contrast.MORE, ForcedColors.NONE),
            "dark with more contrast",
            theme(ColorScheme.DARK, Contrast.MORE, ForcedColors.NONE),
            "the system's own few colours",
            theme(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, ForcedColors.ACTIVE));
    private static final EmulateMediaOptions LIGHT =
            theme(ColorScheme.LIGHT, Contrast.NO_PREFERENCE, ForcedColors.NONE);

    /** Half a megabyte: a page gets it once, however often it is looked at. */
    private static final String AXE = axe();

    /** Only what is wrong: to describe all that is right takes longer than to find it. */
    private static final String WRONG = """
            ([kind, values]) => axe.run(document, {runOnly: {type: kind, values}, resultTypes: ['violations']})
              .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))
            """;

    private static final String STANDS_STILL =
            "width => innerWidth === width && document.getAnimations().every(it => it.playState !== 'running')";
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** Where a bar that stays at the lower edge has come to its place and lies over nothing. */
    private static final String TO_THE_END =
            "() => scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})";

    /** What the keyboard reaches without showing where it is (2.4.7), or below something that lies over it (2.4.11). */
    private static final String LOST = """
            () => {
              const reached = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(it => !it.disabled && it.type !== 'hidden' && it.checkVisibility({visibilityProperty: true}));
              const lost = it => {
                it.focus();
                if (document.activeElement !== it) return null;
                const style = getComputedStyle(it);
                const box = it.getBoundingClientRect();
                const at = [[box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)], [box.left + 4, box.top + 4],
                  [box.right - 4, box.bottom - 4]].filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
                const seen = at.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (it.contains(top) || top.contains(it)); });
                if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no focus ring: ';
                return seen ? null : 'covered: ';
              };
              return reached.map(it => [lost(it), it]).filter(([why]) => why).map(([why, it]) => why + it.outerHTML.slice(0, 150));
            }
            """;

    /** A window says its new width before everything in it has been laid out for that. */
    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private Eyes() {}

    static void look(Page page) {
        assertThat(page.locator("body").innerText()).as(page.url()).doesNotContain("??");
        SCREENS.forEach((name, size) -> {
            resize(page, size);
            assertThat(page.evaluate(TOO_WIDE))
                    .as(page.url() + " is too wide, " + name)
                    .isEqualTo(0);
            page.evaluate(TO_THE_END);
            assertThat(barriers(page, "tag", WCAG)).as(page.url() + ", " + name).isEmpty();
        });
        for (var width : OTHER_WIDTHS) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate(TOO_WIDE))
                    .as(page.url() + " is too wide at " + width)
                    .isEqualTo(0);
        }
        page.setViewportSize(1280, 900);
        page.evaluate("() => scrollTo({top: 0, behavior: 'instant'})");
    }

    /** Whether everything can be read in each of the reader's themes. */
    static void lookInEachTheme(Page page) {
        THEMES.forEach((name, theme) -> {
            page.emulateMedia(theme);
            page.waitForFunction(STANDS_STILL, 1280);
            assertThat(barriers(page, "rule", OF_COLOUR))
                    .as(page.url() + ", " + name)
                    .isEmpty();
        });
        page.emulateMedia(LIGHT);
    }

    /** Whether somebody without a mouse sees at every step where they are. */
    static void followTheFocus(Page page) {
        page.keyboard().press("Tab"); // from now on the browser shows the focus, as to anybody who uses keys
        SCREENS.forEach((name, size) -> {
            resize(page, size);
            assertThat((List<?>) page.evaluate(LOST))
                    .as(page.url() + ", " + name)
                    .isEmpty();
        });
        page.setViewportSize(1280, 900);
    }

    private static void resize(Page page, int[] size) {
        page.setViewportSize(size[0], size[1]);
        page.waitForFunction(STANDS_STILL, size[0]);
        page.evaluate(DRAWN);
    }

    private static List<?> barriers(Page page, String kind, List<String> values) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(WRONG, List.of(kind, values));
    }

    private static EmulateMediaOptions theme(ColorScheme scheme, Contrast contrast, ForcedColors colours) {
        return new EmulateMediaOptions()
                .setColorScheme(scheme)
                .setContrast(contrast)
                .setForcedColors(colours);
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
