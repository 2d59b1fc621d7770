package org.konsil.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.konsil.casefile.Attachments;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What patients may ask for, from the request to what becomes of it. */
@JourneyTest
class PatientsRightsTests extends RightsStory {

    @Autowired
    Attachments attachments;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void accessGivesACopyOfEverythingAndWhoSawIt() throws IOException {
        var driver = register();
        driver.workUntil("asks for an opinion at home", now -> asks(now, "domestic-opinion"));
        transaction.executeWithoutResult(status -> attachments.add(
                CaseId.of(driver.caseId()),
                Controller.HOME,
                "../../Letter – Łódź.txt",
                "Dear colleague".getBytes(StandardCharsets.UTF_8),
                Actor.of("clinician.fi")));
        var request = ask(driver, "clinician.fi", "access", Map.of("details", "I want to see it all."));
        var part = request.path("parts").path(0);
        assertThat(part.path("handler").asText()).isEqualTo("dpo:hus");
        assertThat(part.path("due").asText()).startsWith(day().plusMonths(1).toString());

        assertThat(answer(driver, "dpo.fi", Map.of("requestDecision", "fulfil", "identityChecked", true))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("rights-copy-first");
        var below = driver.path("/requests/" + part.path("id").asText() + "/copy.");
        assertThat(door.as("clinician.fi").get(below + "json").status()).isEqualTo(403);
        assertThat(door.as("dpo.no").get(below + "json").status()).isEqualTo(404);
        var copy = door.as("dpo.fi").get(below + "json").expect(200).body();
        assertThat(copy.path("identity").path("familyName").asText()).isEqualTo("Virtanen");
        assertThat(copy.path("clinical").path("clinicalSummary").asText()).contains("seizures");
        assertThat(copy.path("consents").path("signatories").toString()).contains("Aino Virtanen");
        assertThat(copy.path("readers").findValuesAsText("userId")).contains("clinician.fi");
        assertThat(copy.path("leftOut").findValuesAsText("part")).contains("opinions");
        assertThat(new String(door.as("dpo.fi").download(below + "pdf"), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        var archive = unpacked(door.as("dpo.fi").download(below + "zip"));
        assertThat(archive).containsOnlyKeys("copy.json", "copy.pdf", "files/01 Letter – Łódź.txt");
        assertThat(archive.get("files/01 Letter – Łódź.txt")).isEqualTo("Dear colleague");
        assertThat(archive.get("copy.json")).contains("\"files/01 Letter – Łódź.txt\"");
        assertThat(archive.get("copy.pdf")).startsWith("%PDF");
        assertThat(door.as("clinician.fi").get(below + "zip").status()).isEqualTo(403);
        assertThat(door.as("dpo.no").get(below + "zip").status()).isEqualTo(404);

        answer(driver, "dpo.fi", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);
        awaitPart(driver, "access", "home", "fulfilled");
        assertThat(driver.told().entries("copy-exported")).hasSize(3);
        for (var page : List.of("/rights", "/rights/new", "/rights/readers")) {
            assertThat(page("clinician.fi", driver, page)).as(page).doesNotContain("??");
        }
        assertThat(page("dpo.fi", driver, "/rights/readers")).contains("The provider", "own record");
        visitor("coordinator.epicare").open("/cases/" + driver.caseId() + "/rights", 404);
    }

    @Test
    void aRequestIsExtendedOnceAndRefusedWithItsGround() {
        var driver = register();
        driver.workUntil("asks for the consent", now -> asks(now, "record-consent"));
        ask(driver, "dpo.fi", "access", Map.of());
        var later = Map.of("requestDecision", "extend", "extensionGround", "complexity", "reason", "Many files.");
        answer(driver, "dpo.fi", later).expect(200);
        driver.await(
                "is asked again",
                now -> due(now, "answer-request").startsWith(day().plusMonths(3).toString()));
        assertThat(answer(driver, "dpo.fi", later).status()).isEqualTo(409);
        answer(
                        driver,
                        "dpo.fi",
                        Map.of(
                                "requestDecision",
                                "refuse",
                                "refusalGround",
                                "identity-unknown",
                                "reason",
                                "Not shown."))
                .expect(200);
        awaitPart(driver, "access", "home", "refused");
    }

    @Test
    void whatIsWrongIsCorrectedAndTheOldValueStaysSealedInTheHistory() {
        var driver = register();
        var wrong = Map.of(
                "kind",
                "rectification",
                "receivedOn",
                day().toString(),
                "requestedBy",
                "guardian",
                "field",
                "dateOfBirth",
                "correctedValue",
                "yesterday");
        door.as("clinician.fi").post(driver.path("/requests"), wrong).expect(422);
        ask(driver, "clinician.fi", "rectification", Map.of("field", "familyName", "correctedValue", "Korhonen"));
        answer(driver, "dpo.fi", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);
        awaitPart(driver, "rectification", "home", "fulfilled");

        assertThat(page("clinician.fi", driver, "")).contains("Korhonen").doesNotContain("Virtanen");
        assertThat(driver.told().entries("content-rectified").toString())
                .contains("familyName")
                .doesNotContain("Virtanen");
    }

    @Test
    void aRestrictedCaseIsSharedWithNobodyUntilItIsLifted() {
        var driver = register();
        var opinion = driver.workUntil("expert-opinion");
        var expert = opinion.path("assignee").asText();
        var form = "/api/v1/work-items/" + opinion.path("taskKey").asText() + "/form";
        door.as(expert).get(form).expect(200);
        ask(driver, "clinician.fi", "restriction", Map.of("restrictionGround", "accuracy"));
        answer(driver, "dpo.fi", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);
        awaitPart(driver, "restriction", "home", "fulfilled");

        var refused = door.as(expert).get(form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asText()).isEqualTo("case-restricted");
        assertThat(page(expert, driver, "")).contains("restricted").doesNotContain("seizures");
        assertThat(page("clinician.fi", driver, "")).contains("restricted");
        awaitPart(driver, "notice", "network", "open");
        answer(driver, "coordinator.epicare", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);

        var dpo = visitor("dpo.fi");
        var rights = "/cases/" + driver.caseId() + "/rights";
        assertThat(dpo.send(rights, rights + "/restriction/lift", Map.of("told", "true")))
                .contains("The restriction was lifted");
        door.as(expert).get(form).expect(200);
    }

    @Test
    void withdrawalEndsWithBothCopiesErasedAndTheChainStillHolds() {
        var driver = register();
        driver.workUntil("expert-opinion");
        ask(driver, "dpo.fi", "withdrawal", Map.of("scopes", List.of("panel-care"), "channel", "letter"));
        driver.await("asks what becomes of it", now -> CaseDriver.isOver(now) && asks(now, "confirm-erasure"));
        var dpo = visitor("dpo.fi");
        var rights = "/cases/" + driver.caseId() + "/rights";
        assertThat(dpo.send(rights, rights + "/hold", Map.of("reason", "A claim is pending.")))
                .contains("The legal hold was placed");
        var erase = Map.of("homeRecord", "erase", "networkCopy", "erase");
        assertThat(complete(driver, "dpo.fi", "confirm-erasure", erase)
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("erasure-on-hold");
        dpo.send(rights, rights + "/hold/lift", Map.of());
        complete(driver, "dpo.fi", "confirm-erasure", erase).expect(200);
        awaitPart(driver, "erasure", "home", "fulfilled");
        assertThat(driver.theCase().path("state").asText()).isEqualTo("CLOSED");

        answer(driver, "coordinator.epicare", Map.of("requestDecision", "fulfil", "identityChecked", true))
                .expect(200);
        driver.await("is erased", now -> now.path("state").asText().equals("ERASED"));
        driver.told().awaitEnded();
        assertThat(driver.theCase().path("pseudonym").asText()).isEmpty();
        for (var page : List.of("", "/history", "/history?everything=true", "/rights", "/rights/readers")) {
            assertThat(page("clinician.fi", driver, page)).as(page).doesNotContain("Virtanen", "??");
        }
        assertThat(page("clinician.fi", driver, "")).contains("was erased");
        for (var list : List.of("/cases", "/work", "/work/available")) {
            visitor("clinician.fi").open(list, 200);
        }
        door.as("clinician.fi").get("/api/v1/cases").expect(200);
        visitor("clinician.fi").open("/cases/" + driver.caseId() + "/outcome", 404);
        assertCertificateHolds(driver);
        assertThat(door.as("auditor")
                        .get("/api/v1/audit/verification")
                        .expect(200)
                        .body()
                        .path("intact")
                        .asBoolean())
                .isTrue();
        assertThat(door.as("dpo.fi").download(driver.path("/requests/readers.pdf")))
                .isNotEmpty();
    }

    @Test
    void whenThePeriodIsOverItIsAskedWhatIsKeptAndWhy() {
        var driver = register();
        driver.workUntil("asks for an opinion at home", now -> asks(now, "domestic-opinion"));
        assertThat(complete(
                                driver,
                                "dpo.fi",
                                "answer-request",
                                ask(driver, "clinician.fi", "erasure", Map.of()),
                                Map.of("requestDecision", "fulfil", "identityChecked", true))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("erasure-case-runs");
        answer(
                        driver,
                        "dpo.fi",
                        Map.of("requestDecision", "refuse", "refusalGround", "legal-claims", "reason", "Care goes on."))
                .expect(200);
        door.as("clinician.fi")
                .post(driver.path("/events/patient-died"), Map.of("dateOfDeath", day().toString()))
                .expect(202);
        driver.await("is over", now -> CaseDriver.isOver(now) && asks(now, "advice-for-family"));
        driver.work(driver.theCase().path("openWork").path(0));
        driver.await("reckoned", now -> page("dpo.fi", driver, "/rights").contains("its controller is asked on"));
        door.advance("P370D");
        driver.await("asks", now -> asks(now, "review-retention"));
        var keep = new HashMap<String, Object>(
                Map.of("retentionDecision", "keep", "keepGround", "claims", "reason", "A claim is pending."));
        keep.put("keepUntil", day().toString());
        assertThat(complete(driver, "dpo.fi", "review-retention", keep).status())
                .isEqualTo(422);
        keep.put("keepUntil", day().plusDays(400).toString());
        complete(driver, "dpo.fi", "review-retention", keep).expect(200);
        driver.await("is quiet", now -> now.path("openWork").isEmpty());
    }

    private static Map<String, String> unpacked(byte[] archive) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
