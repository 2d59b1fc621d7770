package org.konsil.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Test;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Registration;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.Scope;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A page that lies open learns that its reader lost the case. */
@BrowserTest
class OpenPagesTests {

    /** What a patient who withdraws is promised, in milliseconds. */
    private static final int PROMISED = 5000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    Registration registration;

    @Autowired
    Consents consents;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aWithdrawnConsentBlanksThePageWithinFiveSeconds(Browser browser) {
        var caseId = aCaseOnThePanel();
        try (var screen = Screen.of("expert1.epicare", browser, "http://127.0.0.1:" + port)) {
            screen.open("/cases/" + caseId).sees("20 to 30 seizures");

            consents.withdraw(caseId, Scope.PANEL_CARE, Actor.of("clinician.fi"));

            var main = screen.page().locator("main");
            assertThat(main)
                    .containsText("This is no longer open to you", new ContainsTextOptions().setTimeout(PROMISED));
            assertThat(screen.page().content()).doesNotContain("seizures");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptsTheNextClickIsRefused(Browser browser) {
        var caseId = aCaseOnThePanel();
        try (var screen = Screen.withoutScripts("expert1.epicare", browser, "http://127.0.0.1:" + port)) {
            screen.open("/cases/" + caseId).sees("20 to 30 seizures");
            consents.withdraw(caseId, Scope.RECORD_SHARING, Actor.of("clinician.fi"));
            screen.page().reload();
            screen.sees("There is no case").seesNothingOf("seizures");
        }
    }

    private CaseId aCaseOnThePanel() {
        var caseId = registration.register(
                SomeCases.onni(), access.person("clinician.fi").orElseThrow(), null);
        transaction.executeWithoutResult(
                status -> grants.share(GivenConsent.toEverything(house, caseId), "expert1.epicare", As.PANEL));
        return caseId;
    }
}
