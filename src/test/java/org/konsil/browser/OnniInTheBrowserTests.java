package org.konsil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.journey.Door;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The reference story as its people live it: each before a screen of their own, filling in the real forms. */
@BrowserTest
class OnniInTheBrowserTests {

    private static final List<String> EXPERTS =
            List.of("expert1.epicare", "expert2.epicare", "expert3.epicare", "expert4.epicare");

    @LocalServerPort
    int port;

    private final Map<String, Screen> screens = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final String onni = "HUS-" + UUID.randomUUID().toString().substring(0, 8);
    private final Browser browser;
    private String theCase = "";

    OnniInTheBrowserTests(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void nobodyHasSignedInYet() {
        screens.clear();
    }

    @AfterEach
    void noBrowserComplained() {
        var complaints = new ArrayList<String>();
        screens.values().forEach(screen -> complaints.addAll(screen.complaints()));
        screens.values().forEach(Screen::close);
        assertThat(complaints).isEmpty();
    }

    @Test
    void onniIsAdvisedTreatedInMarseilleAndFollowedUp() {
        register();
        works("clinician.fi", "Record the consent", OnniAnswers.CONSENT);
        works("centre.fi", "Give the domestic opinion", OnniAnswers.DOMESTIC);
        twoReachForTheSameTask();
        works("dispatcher.epicare", "Triage the case", OnniAnswers.TRIAGE);
        works("coordinator.epicare", "Convene the panel", OnniAnswers.panel(today().plusDays(14)));
        EXPERTS.forEach(expert -> works(expert, "Answer the invitation", OnniAnswers.NO_CONFLICT));
        EXPERTS.forEach(expert -> works(expert, "Give the opinion", OnniAnswers.OPINION));
        thePanelDiscusses();
        theHomeClinicianIsAskedAndAdvisedMeanwhile();
        aLateConflictTakesAnOpinionOut();
        works("lead.epicare", "Lead the discussion", Map.of("leadDecision", "ready"));
        works("lead.epicare", "Draft the outcome", OnniAnswers.OUTCOME);
        works("lead.epicare", "Sign the outcome", Map.of("signDecision", "agree"));
        works("expert1.epicare", "Sign the outcome", Map.of("signDecision", "agree"));
        works("expert2.epicare", "Sign the outcome", Map.of("signDecision", "agree"));
        works(
                "expert3.epicare",
                "Sign the outcome",
                Map.of("signDecision", "dissent", "dissentText", "I would wait for a second MRI."));
        theAdviceIsThere();
        works("clinician.fi", "Confirm receipt", Map.of());
        works("clinician.fi", "Accept, modify or reject each item", Map.of());
        works(
                "clinician.fi",
                "Write to the patient in plain words",
                Map.of("letterWanted", "yes", "addressee", "guardian", "interpreter", "no"));
        works("clinician.fi", "Read the letter and release it", Map.of("letterDecision", "release"));
        works("clinician.fi", "Inform the patient", Map.of("interpreter", "no"));
        works("centre.fi", "State what Finland can offer in time", Map.of("specialistStatement", "met"));
        works("clinician.fi", "Apply to the national insurer", OnniAnswers.APPLICATION);
        works(
                "funding.fi",
                "Decide on funding",
                Map.of(
                        "fundingDecision",
                        "approved",
                        "validUntil",
                        LocalDate.now().plusYears(1).toString()));
        works("clinician.fi", "Arrange the journey, and say when it begins", Map.of("travelResult", "travelled"));
        works("clinician.fi", "Report on the treatment abroad", Map.of());
        timePasses();
        works("clinician.fi", "Report what came of the advice", OnniAnswers.followUp(false));
        timePasses();
        works("clinician.fi", "Report what came of the advice", OnniAnswers.followUp(true));
        at("clinician.fi").waitsFor(theCase, "Advised").looks();
        at("auditor").open(theCase).sees("Advised").seesNothingOf("seizures").looks();
    }

    @Test
    void withoutJavaScriptTheFormsWorkAsWell() {
        screens.put("clinician.fi", Screen.withoutScripts("clinician.fi", browser, address("")));
        register();
        at("clinician.fi").sees("The diagram needs JavaScript.").sees("Stands at");
        works("clinician.fi", "Record the consent", OnniAnswers.CONSENT);
        at("clinician.fi").waitsFor(theCase, "Domestic review").sees("Aino Virtanen (parent or guardian)");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        var clinician = at("clinician.fi").open("/cases/new");
        clinician.page().getByLabel("Pseudonym").fill(onni);
        clinician.press("Register the case").sees("Please correct").looks();
        assertThat(clinician.page().getByLabel("Pseudonym").inputValue()).isEqualTo(onni);
    }

    private void register() {
        var clinician = at("clinician.fi").open("/").follow("Register a case");
        clinician.fillIn(OnniAnswers.registration(onni), "Register the case").sees("The case is registered");
        theCase = clinician.page().url().replaceFirst(".*(/cases/[^?#]*).*", "$1");
        clinician.waitsFor(theCase, "Record the consent");
    }

    /** Somebody's task: found in the queue, claimed where it is on offer to several, filled in and completed. */
    private void works(String account, String task, Map<String, ?> answers) {
        var person = at(account).findsTask(task, onni);
        if (person.page().getByText("Claim it").count() > 0) {
            person.press("Claim").sees("The task is in your hands.");
        }
        // the same form before another person looks the same
        if (looked.add(task)) {
            person.looks();
        }
        person.fillIn(answers, "Complete").provesAgainIfAsked("Complete").sees("The task is completed.");
    }

    private void twoReachForTheSameTask() {
        var slow = at("sponsor.fi").findsTask("Choose the network", onni);
        at("clinician.fi").findsTask("Choose the network", onni).press("Claim");
        slow.page().getByLabel("ERN EpiCARE").first().check();
        slow.page().locator("textarea").last().fill("Please look at the MRI first.");
        slow.press("Complete")
                .sees("Somebody else was faster.")
                .sees("Aino Korhola")
                .looks();
        assertThat(slow.page().locator("textarea").last().inputValue()).isEqualTo("Please look at the MRI first.");
        at("clinician.fi").fillIn(Map.of("network", "epicare"), "Complete").sees("The task is completed.");
    }

    private void thePanelDiscusses() {
        var lead = at("lead.epicare")
                .open(theCase)
                .follow("Opinions and discussion")
                .looks();
        lead.page().getByLabel("Your message").fill("Could radiosurgery reach all of it?");
        lead.press("Write").sees("Could radiosurgery reach all of it?");
        var expert = at("expert1.epicare").open(theCase + "/panel").sees("Radiosurgery spares speech");
        expert.page().getByLabel("Your message").fill("Yes, in one session.");
        expert.press("Write").sees("Yes, in one session.").looks();
        expert.follow("Revise my opinion").looks();
        expert.fillIn(Map.of("confidence", "moderate"), "Keep the revised opinion")
                .sees("The revised opinion is kept");
        at("clinician.fi")
                .open(theCase + "/panel")
                .seesNothingOf("Could radiosurgery")
                .looks();
    }

    private void theHomeClinicianIsAskedAndAdvisedMeanwhile() {
        works("lead.epicare", "Lead the discussion", OnniAnswers.QUESTION);
        at("clinician.fi")
                .waitsFor(theCase, "Clock stopped")
                .sees("Keep clobazam until the outcome.")
                .looks();
        works("clinician.fi", "Supply the information", Map.of());
        at("clinician.fi").waitsForTheEndOf(theCase, "Clock stopped");
    }

    private void aLateConflictTakesAnOpinionOut() {
        at("coordinator.epicare")
                .open(theCase)
                .follow("Conflict of interest found")
                .looks()
                .fillIn(Map.of("expert", "expert4.epicare", "kind", "financial"), "Take this person out")
                .sees("This person takes no further part")
                .sees("Excluded: conflict of interest")
                .looks();
    }

    private void theAdviceIsThere() {
        at("clinician.fi")
                .waitsFor(theCase, "Open the signed document")
                .sees("GammaKnife radiosurgery of the malformation")
                .sees("Isolated focal cortical dysplasia")
                .sees("I would wait for a second MRI.")
                .looks()
                .open(theCase + "/outcome")
                .looks();
    }

    private void timePasses() {
        var next = at("clinician.fi")
                .waitsFor(theCase, "The next follow-up report is due on")
                .page();
        assertThat(next.locator(".diagram-canvas").count()).isPositive();
        var admin = new Door(java.net.URI.create(address(""))).as("admin");
        var due = Instant.parse(new Door(java.net.URI.create(address("")))
                .as("clinician.fi")
                .get("/api/v1" + theCase)
                .expect(200)
                .body()
                .path("nextFollowUp")
                .asText());
        var by = Duration.between(now(), due).plusMinutes(1);
        Awaitility.await("nothing is under way")
                .atMost(Duration.ofMinutes(2))
                .until(() -> admin.post("/api/v1/clock/advance", Map.of("by", by.toString()))
                                .status()
                        == 200);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** The program's clock may have been moved on. */
    private Instant now() {
        var clock = new Door(java.net.URI.create(address("")))
                .as("admin")
                .get("/api/v1/clock")
                .expect(200);
        return Instant.parse(clock.body().path("now").asText());
    }

    private Screen at(String account) {
        return screens.computeIfAbsent(account, it -> Screen.of(it, browser, address("")));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
