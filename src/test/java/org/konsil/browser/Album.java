package org.konsil.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;

/**
 * Pictures of the telling moments of a day: for looking below {@code target/days}, and with {@code -Dkonsil.write-docs=true} also those
 * of {@code src/docs/days.md}.
 */
final class Album {

    private static final Path FOLDER = Path.of("target/days");
    private static final Path DOCS = Path.of("src/docs/days");

    /** Small enough for a repository, and words can still be read. */
    private static final int QUALITY = 62;

    private Album() {}

    /** What is to be seen now. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        if (Boolean.getBoolean("konsil.write-docs")) {
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
