package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The screen before which one person sits, signed in. What the browser complains about is kept. */
final class Screen implements AutoCloseable {

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripted;
    private final List<String> complaints = new ArrayList<>();

    private Screen(Browser browser, String base, boolean scripted, NewContextOptions how) {
        this.base = base;
        this.scripted = scripted;
        context = browser.newContext(how.setJavaScriptEnabled(scripted));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(said -> {
            // that an answer was a refusal is what the page itself says
            if (said.type().equals("error") && !said.text().contains("the server responded with a status of 4")) {
                complaints.add(said.text() + " at " + page.url());
            }
        });
    }

    static Screen of(String account, Browser browser, String base) {
        return ofNobody(browser, base).signIn(account);
    }

    static Screen withoutScripts(String account, Browser browser, String base) {
        return new Screen(browser, base, false, desk()).signIn(account);
    }

    /** A phone held upright: fingers instead of a mouse. */
    static Screen onPhone(String account, Browser browser, String base) {
        var phone = new NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(1.5)
                .setHasTouch(true)
                .setIsMobile(true);
        return new Screen(browser, base, true, phone).signIn(account);
    }

    /** Before anybody has signed in. */
    static Screen ofNobody(Browser browser, String base) {
        return new Screen(browser, base, true, desk());
    }

    private static NewContextOptions desk() {
        return new NewContextOptions().setViewportSize(1280, 900);
    }

    private Screen signIn(String account) {
        open("/sign-in");
        page.getByLabel("Account").fill(account);
        page.getByLabel("Password").fill("konsil-demo");
        press("Sign in");
        assertThat(button("Sign out")).isVisible();
        return this;
    }

    Screen open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** @return with which status the page answered */
    int opened(String path) {
        return Objects.requireNonNull(page.navigate(base + path)).status();
    }

    /**
     * Opens a page with nothing kept from before.
     *
     * @return bytes that came over the line, headers included, by address; of the diagram and of what stays open nothing
     */
    Map<String, Long> fetchesWithEmptyHands(String path) {
        var nothingKept = new JsonObject();
        nothingKept.addProperty("cacheDisabled", true);
        context.newCDPSession(page).send("Network.setCacheDisabled", nothingKept);
        var finished = new ArrayList<Request>();
        page.onRequestFinished(finished::add);
        open(path);
        var fetched = new LinkedHashMap<String, Long>();
        for (var request : List.copyOf(finished)) {
            var file = request.url().substring(base.length());
            if (!file.matches("/(live|still).*|/js/diagram.*|.*/diagram/.*")) {
                var sizes = request.sizes();
                fetched.merge(file, (long) sizes.responseHeadersSize + sizes.responseBodySize, Long::sum);
            }
        }
        return fetched;
    }

    Page page() {
        return page;
    }

    /** Answers the form of the page and hands it in. */
    Screen fillIn(Map<String, ?> answers, String button) {
        new Paper(page, scripted).fill(answers);
        return press(button);
    }

    Screen press(String button) {
        button(button).click();
        return this;
    }

    /** A form whose act binds asks for the password once more when the sign-in is some minutes old; what was typed is there again. */
    Screen provesAgainIfAsked(String button) {
        var again = "Show once more that it is you";
        assertThat(page.locator("body")).containsText(Pattern.compile("The task is completed|" + again));
        if (page.getByText(again).count() > 0) {
            page.getByLabel("Password").fill("konsil-demo");
            press("Go on").press(button);
        }
        return this;
    }

    Screen follow(String link) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .click();
        return this;
    }

    Screen sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    Screen seesNothingOf(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /** Looks whether the page is fit for everybody; what looks is a script itself. */
    Screen looks() {
        if (scripted) {
            Eyes.look(page);
        }
        return this;
    }

    /** Finds a task of a case in the queues, as soon as it is there, and opens it. */
    Screen findsTask(String task, String pseudonym) {
        awaits(
                task + " for " + pseudonym,
                () -> isIn("/work/available", task, pseudonym) || isIn("/work", task, pseudonym));
        return this;
    }

    /** Opens a page again and again until it says something. */
    Screen waitsFor(String path, String text) {
        awaits(text, () -> open(path).page.locator("body").innerText().contains(text));
        return this;
    }

    /** Opens a page again and again until it no longer says something. */
    Screen waitsForTheEndOf(String path, String text) {
        awaits("no " + text, () -> !open(path).page.locator("body").innerText().contains(text));
        return this;
    }

    /** Looks again and again until something holds. */
    Screen waitsUntil(String what, java.util.concurrent.Callable<Boolean> holds) {
        awaits(what, holds);
        return this;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private boolean isIn(String queue, String task, String pseudonym) {
        open(queue + "?sort=-created");
        var link = page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(pseudonym))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(task).setExact(true));
        if (link.count() == 0) {
            return false;
        }
        link.first().click();
        return true;
    }

    private void awaits(String what, java.util.concurrent.Callable<Boolean> seen) {
        Awaitility.await(what)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(150))
                .until(seen);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
