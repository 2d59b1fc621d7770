package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a page at desktop and phone width: WCAG 2.2 AA as far as axe can tell, no key for words. At these and the other usual widths,
 * down to that of a page enlarged four times, nothing is wider than the screen.
 */
final class Eyes {

    private static final Map<String, int[]> SCREENS =
            Map.of("desktop", new int[] {1280, 900}, "phone", new int[] {390, 844});
    private static final int[] OTHER_WIDTHS = {320, 360, 768, 1440};
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String STANDS_STILL =
            "width => innerWidth === width && document.getAnimations().every(it => it.playState !== 'running')";
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private Eyes() {}

    static void look(Page page) {
        assertThat(page.locator("body").innerText()).as(page.url()).doesNotContain("??");
        SCREENS.forEach((name, size) -> {
            page.setViewportSize(size[0], size[1]);
            page.waitForFunction(STANDS_STILL, size[0]);
            assertThat(page.evaluate(TOO_WIDE))
                    .as(page.url() + " is too wide, " + name)
                    .isEqualTo(0);
            assertThat(barriers(page)).as(page.url() + ", " + name).isEmpty();
        });
        for (var width : OTHER_WIDTHS) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate(TOO_WIDE))
                    .as(page.url() + " is too wide at " + width)
                    .isEqualTo(0);
        }
        page.setViewportSize(1280, 900);
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
