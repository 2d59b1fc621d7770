package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.Onni;
import org.konsil.desk.SomeCases;
import org.konsil.journey.Door;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages in the states that {@link EveryPageTests} does not bring them into; tasks, panel and outcome are looked at while Onni's story is lived. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesAreAccessibleTests {

    private final Browser browser;

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init") // before the first of them
    private Screens screens;

    @SuppressWarnings("NullAway.Init") // each test sits down before somebody's screen
    private Screen screen;

    PagesAreAccessibleTests(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void sitDown() {
        screens = new Screens(browser, port);
    }

    @AfterEach
    void theBrowserDidNotComplain() {
        assertThat(screen.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        screens.close();
    }

    @Test
    void signingIn() {
        try (var nobody = Screen.ofNobody(browser, address())) {
            screen = nobody;
            nobody.open("/").sees("expert7.epicare").looks();
            nobody.page().getByLabel("Account").fill("clinician.fi");
            nobody.page().getByLabel("Password").fill("wrong");
            nobody.press("Sign in")
                    .sees("The account or the password is not right")
                    .looks();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "centre.fi",
                "dpo.fi",
                "dispatcher.epicare",
                "lead.epicare",
                "guest.uk",
                "owner",
                "auditor",
                "admin"
            })
    void theHomeOf(String account) {
        at(account, "/").looks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/work", "/work/available"})
    void thePageOfAClinician(String path) {
        at("clinician.fi", path).looks();
    }

    @ParameterizedTest
    @CsvSource({"contact.fi, /overview", "contact.fi, /overview/work", "auditor, /overview"})
    void theWhole(String account, String path) {
        at(account, path).looks();
    }

    @Test
    void pinningANote() {
        at("clinician.fi", aCase());
        screen.page().locator("summary").getByText("Pin a note").click();
        screen.page()
                .getByLabel("Note", new Page.GetByLabelOptions().setExact(true))
                .fill("Call the ward before eleven.");
        screen.press("Pin a note")
                .sees("The note is pinned.")
                .sees("Call the ward before eleven.")
                .looks();
    }

    @Test
    void aNewCaseAndItsDiagram() {
        var theCase = aCase();
        at("clinician.fi", theCase).waitsFor(theCase, "Record the consent");
        screen.page().locator(".diagram-canvas").first().scrollIntoViewIfNeeded();
        assertThat(screen.page().locator(".diagram-canvas .is-active").first()).isVisible();
        assertThat(screen.page().locator(".diagram-canvas .is-active[data-element-id='consent']"))
                .isInViewport();
        screen.looks()
                .open(theCase + "/history?everything=true")
                .sees("Read the case")
                .looks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-withdrawn", "patient-died", "urgency-changed", "transfer"})
    void reporting(String event) {
        at("clinician.fi", aCase() + "/report/" + event).looks();
    }

    @Test
    void whatEndsEarlyLeavesStagesOut() {
        var theCase = aCase();
        at("clinician.fi", theCase + "/report/consent-withdrawn");
        screen.page().getByLabel("Referral of the case").check();
        screen.page().getByLabel("By telephone").check();
        screen.page().getByLabel("Withdrawn on").fill("2026-01-12");
        screen.press("Withdraw the consent")
                .waitsFor(theCase, "Confirm erasure or retention")
                .waitsFor(theCase, "left out:")
                .looks();
    }

    @Test
    void thePatientsRights() {
        var rights = aCase() + "/rights";
        at("dpo.fi", rights)
                .sees("Nothing was asked for")
                .looks()
                .open(rights + "/new")
                .looks();
        screen.page().getByLabel("Access: a copy of everything").check();
        screen.page().getByLabel("Received on").fill("2026-01-12");
        screen.page()
                .getByLabel("The patient", new Page.GetByLabelOptions().setExact(true))
                .check();
        screen.press("Register")
                .sees("The request was registered")
                .looks()
                .open(rights + "/readers")
                .sees("under which controller")
                .looks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "dpo.fi"})
    void theRecordOfProcessing(String account) {
        at(account, "/records-of-processing")
                .sees("Refer a rare-disease patient")
                .looks();
    }

    @Test
    void anImport() {
        at("clinician.fi", "/cases/import");
        var packet = SomeCases.packet(UUID.randomUUID().toString()).toString();
        screen.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload[] {file("one.json", packet), file("wrong.json", "{\"id\":\"nobody\"}")});
        screen.press("Import").sees("The import is over").sees("/subject").looks();
        screen.page().getByText("taken in").click();
        screen.sees("one.json").looks();
    }

    @Test
    void theAudit() {
        at("auditor", "/audit")
                .looks()
                .press("Check every entry")
                .sees("The history holds")
                .looks();
    }

    private Screen at(String account, String path) {
        screen = screens.of(account).open(path);
        return screen;
    }

    private String aCase() {
        var registered = new Door(URI.create(address())).as("clinician.fi").post("/api/v1/cases", Onni.answers());
        return "/cases/" + registered.expect(201).body().path("caseId").asText();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/json", content.getBytes(StandardCharsets.UTF_8));
    }
}
