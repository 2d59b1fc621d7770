package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Script;

/** A home clinician's day: where the case stands, a question of the panel, the advice, and a letter that the family understands. */
@BrowserTest
class HomeCliniciansDayTests extends BrowserDay {

    private static final String NETWORK = "epicare";
    private static final Patient PATIENT = Patient.on("epilepsy").getFirst();
    private static final Map<String, Object> ASKS = Map.of(
            "leadDecision", "ask",
            "askItems", Script.rows("item", "MRI at 3 tesla"),
            "askNote", "We want to see how far the malformation is from the speech area.",
            "interimAdvice", "Keep clobazam until the outcome.");

    @SuppressWarnings("NullAway.Init") // before the story begins
    private CaseDriver driver;

    HomeCliniciansDayTests(Browser browser) {
        super(browser);
    }

    @Test
    void aDayAtTheHomeHospital() {
        thePanelHasAskedForAnMri();
        thePageSaysWhereTheCaseStands();
        theQuestionIsAnsweredAndTheClockRunsOn();
        theAdviceComesAndTheCaseThatIsFollowedMoves();
        eachItemIsAcceptedModifiedOrRejected();
        theFamilyGetsALetterInPlainWords();
    }

    private void thePanelHasAskedForAnMri() {
        driver = new Beforehand(port)
                .register(PATIENT, script().but("lead-discussion", 0, ASKS).but("supply-information", Script.NOTHING));
        driver.workUntil("supply-information");
    }

    private static Script script() {
        return Beforehand.answers(
                        PATIENT,
                        NETWORK,
                        List.of("expert1." + NETWORK, "expert2." + NETWORK, "expert3." + NETWORK, "expert4." + NETWORK))
                .but("record-consent", Map.of("language", "fi"))
                .but(
                        "draft-outcome",
                        Map.of(
                                "summary",
                                        "The panel advises GammaKnife radiosurgery. It spares speech, and two centres offer it.",
                                "diagnosis", PATIENT.disease(),
                                "certainty", "likely",
                                "travelNeeded", "no",
                                "recommendations",
                                        List.of(
                                                item("surgery", "high", PATIENT.advice(), "within three months"),
                                                item("drug", "medium", "Stop the third drug", "now"),
                                                item(
                                                        "test",
                                                        "low",
                                                        "Repeat the EEG while awake and asleep",
                                                        "in six months"))));
    }

    private static Map<String, Object> item(String type, String priority, String text, String when) {
        return Map.of(
                "type",
                type,
                "priority",
                priority,
                "text",
                text,
                "responsible",
                "Home clinician",
                "timeFrame",
                when,
                "evidence",
                "4");
    }

    private void thePageSaysWhereTheCaseStands() {
        var clinician = me().open("/").sees(PATIENT.pseudonym()).open(page());
        clinician.waitsFor(page(), "Clock stopped");
        clinician
                .sees("Who is asked for what")
                .sees("Supply the information")
                .sees("Keep clobazam until the outcome.")
                .sees("What the network has told you")
                .sees("Aino Virtanen (parent or guardian)")
                .sees("What happened last")
                .sees("Stands at");
        assertThat(clinician.page().locator("#case-stages [aria-current=step]")).isVisible();
        clinician.press("Follow this case").sees("You follow this case now.").looks();
        Album.keep(clinician.page(), "clinician-case");
        clinician.page().locator(".diagram-canvas").first().scrollIntoViewIfNeeded();
        assertThat(clinician.page().locator(".diagram-canvas .is-active").first())
                .isVisible();
        Album.keep(clinician.page(), "clinician-path", "#path");
    }

    private void theQuestionIsAnsweredAndTheClockRunsOn() {
        var clinician = me().findsTask("Supply the information", PATIENT.pseudonym());
        if (clinician.page().getByText("Claim it").count() > 0) {
            clinician.press("Claim");
        }
        clinician.sees("how far the malformation is from the speech area");
        clinician
                .fillIn(
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "answer",
                                        "provided",
                                        "text",
                                        "Done on Friday: 14 mm from the speech area. Report attached."))),
                        "Complete")
                .sees("The task is completed.");
        clinician.waitsForTheEndOf(page(), "Clock stopped");
    }

    private void theAdviceComesAndTheCaseThatIsFollowedMoves() {
        driver.follow(script()).workUntil("confirm-receipt");
        var clinician =
                me().waitsFor("/news", "A case that you follow has moved on").sees("The outcome has been delivered");
        clinician
                .waitsFor(page(), "Open the signed document")
                .sees(PATIENT.advice())
                .looks();
        Album.keep(clinician.page(), "clinician-advice", ".outcome");
        clinician.findsTask("Confirm receipt", PATIENT.pseudonym());
        works("Confirm receipt", Map.of());
    }

    private void eachItemIsAcceptedModifiedOrRejected() {
        var clinician = works(
                "Accept, modify or reject each item",
                Map.of(
                        "items",
                        List.of(
                                Map.of("decision", "accepted"),
                                Map.of("decision", "modified", "reason", "Slowly, over six weeks."),
                                Map.of("decision", "rejected", "reason", "Done in March, nothing new is expected."))));
        clinician
                .waitsFor(page(), "Delivery of the advice")
                .sees("accepted")
                .sees("accepted with changes")
                .sees("rejected");
    }

    private void theFamilyGetsALetterInPlainWords() {
        works(
                "Write to the patient in plain words",
                Map.of(
                        "letterWanted", "yes",
                        "addressee", "guardian",
                        "interpreter", "no",
                        "findings", "Kohtaukset alkavat pienestä kohdasta aivojen vasemmalla puolella.",
                        "items",
                                List.of(
                                        Map.of("plain", "Sädehoito tähän kohtaan."),
                                        Map.of("plain", "Kolmas lääke lopetetaan."),
                                        Map.of("plain", "Aivojen toiminta mitataan uudelleen.")),
                        "next", "Soitamme teille ensi viikolla.",
                        "contact", "Lastenneurologia, puhelin 09 471 0000."));
        var clinician = me().findsTask("Read the letter and release it", PATIENT.pseudonym())
                .sees("Asiantuntijat ovat vastanneet")
                .looks();
        Album.keep(clinician.page(), "clinician-letter");
        works("Read the letter and release it", Map.of("letterDecision", "release"));
        works("Inform the patient", Map.of("interpreter", "no"));
        clinician.waitsFor(page(), "Patient informed").looks();
        Album.keep(clinician.page(), "clinician-delivered", "#delivery");
    }

    private Screen works(String task, Map<String, ?> answers) {
        var clinician = me().findsTask(task, PATIENT.pseudonym());
        if (clinician.page().getByText("Claim it").count() > 0) {
            clinician.press("Claim").sees("The task is in your hands.");
        }
        return clinician
                .fillIn(answers, "Complete")
                .provesAgainIfAsked("Complete")
                .sees("The task is completed.");
    }

    private Screen me() {
        return screens.of("clinician.fi");
    }

    private String page() {
        return "/cases/" + driver.caseId();
    }
}
