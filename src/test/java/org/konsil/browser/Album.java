package org.konsil.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of the telling moments of a day, taken with {@code -Dkonsil.write-docs=true} only: whole ones for looking below
 * {@code target/days}, and those of {@code src/docs/days.md} and {@code src/docs/looks.md}.
 */
final class Album {

    private static final Path FOLDER = Path.of("target/days");
    private static final Path DOCS = Path.of("src/docs/days");

    /** Small enough for a repository, and words can still be read. */
    private static final int QUALITY = 62;

    private static final int LOOKS_QUALITY = 40;
    private static final int[] WIDTHS = {360, 768, 1440};

    private static final Path LOOKS = Path.of("target/looks");
    private static final Path LOOKS_DOCS = Path.of("src/docs/looks");

    private Album() {}

    /** Whether the pictures of the documents are taken anew. */
    static boolean isTakenAnew() {
        return Boolean.getBoolean("konsil.write-docs");
    }

    /** The page on a phone, a tablet and a desk, in light and dark: whole for looking, its first screen for {@code src/docs/looks.md}. */
    static void keepLooks(Page page, String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            for (var width : WIDTHS) {
                page.setViewportSize(width, 900);
                var file = name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(LOOKS.resolve(file + ".png"))
                        .setFullPage(true));
                if (scheme == ColorScheme.LIGHT || width == 1440) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(LOOKS_DOCS.resolve(file + ".jpg"))
                            .setType(ScreenshotType.JPEG)
                            .setQuality(LOOKS_QUALITY));
                }
            }
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    /** What is to be seen now. */
    static void keep(Page page, String name) {
        if (isTakenAnew()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(DOCS.resolve(name + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY));
        }
    }

    /** With this part of the page at the top. @param part a selector */
    static void keep(Page page, String name, String part) {
        page.locator(part).first().waitFor();
        page.evaluate("part => document.querySelector(part).scrollIntoView({behavior: 'instant'})", part);
        keep(page, name);
        page.evaluate("() => scrollTo({top: 0, behavior: 'instant'})");
    }
}
