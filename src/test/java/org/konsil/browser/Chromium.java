package org.konsil.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One headless Chromium for all tests, the one that is installed; nothing is downloaded. Environment variable CHROMIUM may name it. */
final class Chromium implements ExecutionCondition, ParameterResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return installed()
                .map(path -> ConditionEvaluationResult.enabled("with " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "No Chromium is installed: the pages are not looked at in a browser"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var opened = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Opened.class, key -> open(), Opened.class);
        return opened.browser();
    }

    private static Opened open() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // as root, in containers, Chromium's own sandbox is not to be had; it only sees our own pages here
        var browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return new Opened(playwright, browser);
    }

    private static Optional<Path> installed() {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var folders = String.valueOf(System.getenv("PATH")).split(File.pathSeparator);
        var found = NAMES.stream().flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    /** Closed by JUnit after the last test. */
    private record Opened(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            playwright.close();
        }
    }
}
