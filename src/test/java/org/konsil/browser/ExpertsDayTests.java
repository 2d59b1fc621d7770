package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Script;

/** An expert's day on a phone: invited, reads, gives an opinion between two patients, discusses, and changes her mind a little. */
@BrowserTest
class ExpertsDayTests extends BrowserDay {

    private static final String NETWORK = "eye";
    private static final String EXPERT = "expert1." + NETWORK;
    private static final String LEAD = "lead." + NETWORK;
    private static final Patient PATIENT = Patient.on(NETWORK).getFirst();
    private static final String TOO_WIDE =
            "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth";

    @SuppressWarnings("NullAway.Init") // before the story begins
    private CaseDriver theCase;

    ExpertsDayTests(Browser browser) {
        super(browser);
    }

    @Test
    void aDayOnThePhone() {
        thePanelIsConvenedAndTheOthersHaveSpoken();
        sheDeclaresThatNothingBindsHerAndAccepts();
        sheGivesHerOpinionInFewTaps();
        sheWritesToThePanelAndIsAnswered();
        aQuestionToTheHomeClinicianIsMarked();
        sheRevisesHerOpinion();
    }

    private void thePanelIsConvenedAndTheOthersHaveSpoken() {
        var before = new Beforehand(port);
        var script = Beforehand.answers(PATIENT, NETWORK, List.of(EXPERT, "expert2." + NETWORK, "expert3." + NETWORK))
                .but("panel-invitation", EXPERT, Script.NOTHING)
                .but("lead-discussion", Script.NOTHING);
        theCase = before.register(PATIENT, script);
        theCase.workUntil(
                "has two opinions",
                now -> theCase.log().stream()
                                .filter(done -> done.startsWith("expert-opinion"))
                                .count()
                        == 2);
    }

    private void sheDeclaresThatNothingBindsHerAndAccepts() {
        var phone = me().open("/");
        fits(phone);
        phone.waitsFor("/news", PATIENT.pseudonym());
        fits(phone);
        Album.keep(phone.page(), "expert-news");
        openTheNewest(phone);
        phone.sees("Conflict of interest").sees(PATIENT.pseudonym());
        fits(phone);
        phone.fillIn(OnniAnswers.NO_CONFLICT, "Complete").sees("The task is completed.");
        fits(phone);
    }

    private void sheGivesHerOpinionInFewTaps() {
        var phone = me();
        phone.waitsUntil("the opinion is asked for", () -> {
            phone.open("/news?unread=true");
            return phone.page().locator("#news tbody tr").count() > 0;
        });
        phone.sees("A task was given to you: Give the opinion");
        openTheNewest(phone);
        var page = phone.page();
        assertThat(page).hasURL(Pattern.compile(".*/brief"));
        phone.sees("Stargardt disease").sees(PATIENT.story());
        fits(phone);
        Album.keep(page, "expert-brief");
        phone.follow("The whole case");
        fits(phone);
        phone.sees("The patient").sees("What would you do next?");
        page.goBack();

        page.locator("textarea[name=assessment]")
                .fill("Deep intronic variants of ABCA4 are missed by panels. Sequence the gene in full.");
        page.locator("select[name=evidenceLevel]").selectOption("3");
        page.getByLabel("High").tap();
        Album.keep(page, "expert-opinion", "textarea[name=assessment]");
        phone.press("Give the opinion").provesAgainIfAsked("Give the opinion").sees("The task is completed.");
        fits(phone);
    }

    private void sheWritesToThePanelAndIsAnswered() {
        var phone = me().open(panel());
        fits(phone);
        phone.page().getByLabel("Your message").last().fill("Has her brother been examined?");
        phone.press("Write").sees("Has her brother been examined?");
        fits(phone);

        var lead = screens.of(LEAD).open(panel());
        lead.page()
                .locator(".thread > li")
                .last()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Answer")))
                .click();
        lead.page().getByLabel("Your message").last().fill("Not yet. I would ask the home clinician.");
        lead.page().locator("summary").getByText("Mention members").click();
        lead.page().locator("input[name=mentions][value='" + EXPERT + "']").check();
        lead.press("Write").sees("I would ask the home clinician.").looks();

        phone.waitsFor("/news", "Somebody names you in a discussion");
        openTheNewest(phone);
        phone.sees("Not yet. I would ask the home clinician.");
        assertThat(phone.page().locator("blockquote")).containsText("Has her brother been examined?");
        fits(phone);
    }

    private void aQuestionToTheHomeClinicianIsMarked() {
        var phone = me().open(panel());
        var page = phone.page();
        page.getByLabel("Your message")
                .last()
                .fill("What is the sight of her brother, and is there a scan of his retina?");
        page.getByLabel("This is a question to the home clinician", new Page.GetByLabelOptions())
                .check();
        phone.press("Write").sees("Question: waits for the lead to send it");
        fits(phone);
        Album.keep(page, "expert-thread", "#panel-thread");
        screens.of(LEAD)
                .findsTask("Lead the discussion", PATIENT.pseudonym())
                .fillIn(
                        Map.of(
                                "leadDecision",
                                "ask",
                                "conflictFinancial",
                                "no",
                                "conflictInstitutional",
                                "no",
                                "conflictPersonal",
                                "no",
                                "conflictPriorTreatment",
                                "no"),
                        "Complete")
                .sees("The task is completed.");
        phone.waitsFor(panel(), "Question: the home clinician was asked");
    }

    private void sheRevisesHerOpinion() {
        var phone = me().open(panel()).follow("Revise my opinion");
        fits(phone);
        phone.fillIn(Map.of("confidence", "moderate"), "Keep the revised opinion")
                .sees("The revised opinion is kept")
                .sees("Who recommends what");
        fits(phone);
        Album.keep(phone.page(), "expert-matrix", "#panel-matrix");
    }

    private void openTheNewest(Screen phone) {
        phone.page()
                .locator("#news tbody tr")
                .filter(new Locator.FilterOptions().setHasText(PATIENT.pseudonym()))
                .first()
                .getByRole(AriaRole.BUTTON)
                .tap();
    }

    /** No page moves sideways, and what a finger is to hit is 24 pixels wide and high (WCAG 2.2, 2.5.8). */
    private static void fits(Screen phone) {
        var page = phone.page();
        page.waitForLoadState();
        assertThat(page.evaluate(TOO_WIDE))
                .as(page.url() + " is wider than the phone")
                .isEqualTo(0);
        assertThat((List<?>) page.evaluate(SMALL))
                .as(page.url() + ": too small for a finger")
                .isEmpty();
    }

    /** A radio or tick is hit by its label too; what nobody is shown needs no size. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('button, select, textarea, summary, a.button, input:not([type=hidden])')]
              .filter(it => it.checkVisibility() && !it.closest('.unseen, [aria-hidden=true]'))
              .map(it => [it, (/radio|checkbox/.test(it.type) && it.labels[0] || it).getBoundingClientRect()])
              .filter(([it, box]) => box.width < 24 || box.height < 24)
              .map(([it, box]) => it.outerHTML.slice(0, 120) + ' ' + box.width + 'x' + box.height)
            """;

    private String panel() {
        return "/cases/" + theCase.caseId() + "/panel";
    }

    private Screen me() {
        return screens.onPhone(EXPERT);
    }
}
