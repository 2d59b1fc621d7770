package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.desk.SomeCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page that the program has, each with something to show: fit for everybody, in every theme, and without a mouse. A new page is missed here. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTests {

    /** What is opened with an address and is no page of its own. */
    private static final Map<String, String> NOT_OF_THEIR_OWN = Map.of(
            "/cases/open", "leads to the page of the case",
            "/work/away", "leads to the absences",
            "/news/bell", "is in the frame of every page",
            "/tasks/{taskKey}/besides", "is a part of the page of a task",
            "/cases/{caseId}/session/{session}/besides", "is a part of the page of the minutes",
            "/cases/{caseId}/confirm-death", "is the page of a report, with the form of a task");

    /** Those of which the documents show pictures. */
    private static final Map<String, String> CHIEF = Map.ofEntries(
            Map.entry("/work", "work"),
            Map.entry("/work/available", "available"),
            Map.entry("/cases/{caseId}", "case"),
            Map.entry("/tasks/{taskKey}", "task"),
            Map.entry("/tasks/{taskKey}/brief", "brief"),
            Map.entry("/cases/{caseId}/panel", "panel"),
            Map.entry("/cases/{caseId}/panel/proposal", "proposal"),
            Map.entry("/overview", "overview"),
            Map.entry("/boards", "boards"),
            Map.entry("/cases/{caseId}/session/{session}", "minutes"));

    /** In bytes, as they come over the line. */
    private static final long LIGHT = 100_000;

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Browser browser;

    @SuppressWarnings("NullAway.Init") // before the tour begins
    private Screens screens;

    @SuppressWarnings("NullAway.Init") // before the tour begins
    private Tour tour;

    EveryPageTests(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void everythingIsThere() {
        screens = new Screens(browser, port);
        tour = new Tour(new Scene(port), anImport());
    }

    @AfterAll
    void noBrowserComplained() {
        screens.close();
    }

    @Test
    void isOnTheTour() {
        var seen = new HashSet<>(NOT_OF_THEIR_OWN.keySet());
        tour.stops().forEach(stop -> seen.add(stop.route()));
        assertThat(PageRoutes.of(requestMappingHandlerMapping)).containsExactlyInAnyOrderElementsOf(seen);
    }

    @ParameterizedTest
    @MethodSource("stops")
    void canBeReadAndUsedByEverybody(Tour.Stop stop) {
        if (stop.account().isEmpty()) {
            try (var nobody = Screen.ofNobody(browser, address())) {
                looks(nobody, stop);
            }
        } else {
            looks(screens.of(stop.account()), stop);
        }
    }

    private static void looks(Screen screen, Tour.Stop stop) {
        var page = screen.page();
        assertThat(screen.opened(stop.path())).as(stop.path()).isEqualTo(200);
        assertThat(page.url()).as("no other page").endsWith(stop.path());
        screen.looks();
        Eyes.lookInEachTheme(page);
        Eyes.followTheFocus(page);
        if (Album.isTakenAnew() && CHIEF.containsKey(stop.route())) {
            screen.open(stop.path());
            Album.keepLooks(page, CHIEF.get(stop.route()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/audit, 403",
        "/cases/6f1d2c3b-0000-4000-8000-000000000000, 404",
        "/work/export.csv?list=everything, 422",
        "/work/export.xlsx?due=yesterday, 422",
        "/work/all?stage=somewhere, 422",
        "/work/bulk/6f1d2c3b-0000-4000-8000-000000000000, 409"
    })
    void isReplacedByARefusalThatEverybodyCanRead(String path, int status) {
        var clinician = screens.of("clinician.fi");
        assertThat(clinician.opened(path)).isEqualTo(status);
        clinician.looks();
        Eyes.lookInEachTheme(clinician.page());
        Eyes.followTheFocus(clinician.page());
    }

    /** As somebody meets it who opens the program for the first time on a slow line; the diagram, drawn when it is scrolled to, aside. */
    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/", "/work", "/work/all", "/cases/{caseId}", "/tasks/{taskKey}", "/overview"})
    void isBelowAHundredKilobytesWithAllThatItNeeds(String route) {
        var stop = tour.stops().stream()
                .filter(it -> it.route().equals(route))
                .findFirst()
                .orElseThrow();
        try (var screen = stop.account().isEmpty()
                ? Screen.ofNobody(browser, address())
                : Screen.of(stop.account(), browser, address())) {
            var fetched = screen.fetchesWithEmptyHands(stop.path());
            assertThat(fetched).as("the page and what it needs").hasSizeGreaterThan(4);
            assertThat(fetched.values().stream().mapToLong(Long::longValue).sum())
                    .as(fetched::toString)
                    .isLessThan(LIGHT);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private Stream<Tour.Stop> stops() {
        return tour.stops().stream();
    }

    /** @return the path of the page that tells of it */
    private String anImport() {
        var clinician = screens.of("clinician.fi").open("/cases/import");
        var page = clinician.page();
        page.locator("input[type=file]")
                .setInputFiles(
                        Stream.of(SomeCases.packet(UUID.randomUUID().toString()).toString(), "{\"id\":\"nobody\"}")
                                .map(packet -> new FilePayload(
                                        UUID.randomUUID() + ".json",
                                        "application/json",
                                        packet.getBytes(StandardCharsets.UTF_8)))
                                .toArray(FilePayload[]::new));
        clinician.press("Import").sees("The import is over");
        return page.url().replaceFirst(".*(/cases/import/[^?#]*).*", "$1");
    }
}
