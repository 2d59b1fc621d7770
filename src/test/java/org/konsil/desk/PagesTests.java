package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class PagesTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc site;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinician.fi",
                "centre.fi",
                "sponsor.fi",
                "contact.fi",
                "dpo.fi",
                "funding.fi",
                "dispatcher.epicare",
                "coordinator.epicare",
                "lead.epicare",
                "expert1.epicare",
                "guest.uk",
                "owner",
                "auditor",
                "admin"
            })
    void everyoneHasAHome(String userId) throws Exception {
        open(userId, "/").andExpect(status().isOk());
    }

    @Test
    void aRefusalKeepsTheNavigationAndTheNameOfItsReader() throws Exception {
        open("clinician.no", "/cases/" + aCase())
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("href=\"/work\"")))
                .andExpect(content().string(not(containsString("<b>clinician.no</b>"))));
    }

    @Test
    void theHomeClinicianSeesTheDayOfBirth() throws Exception {
        open("clinician.fi", "/cases/" + aCase())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("14 Mar 2022")))
                .andExpect(content().string(containsString("20 to 30 seizures")));
    }

    @Test
    void aCaseTellsAtAGlanceHowItStandsAsFarAsItsReaderMayKnow() throws Exception {
        var caseId = aCase();
        open("clinician.fi", "/cases/" + caseId)
                .andExpect(content().string(containsString("At a glance")))
                .andExpect(content().string(containsString("Not recorded yet")))
                .andExpect(content().string(containsString("href=\"#files\"")))
                .andExpect(content().string(containsString("No file")));
        open("auditor", "/cases/" + caseId)
                .andExpect(content().string(containsString("At a glance")))
                .andExpect(content().string(not(containsString("href=\"#files\""))))
                .andExpect(content().string(not(containsString("href=\"#patient\""))));
    }

    @Test
    void aPanelMemberSeesThePseudonymisedCase() throws Exception {
        var caseId = aCase();
        transaction.executeWithoutResult(
                status -> grants.share(GivenConsent.toEverything(house, caseId), "expert1.epicare", As.PANEL));
        open("expert1.epicare", "/cases/" + caseId)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("20 to 30 seizures")))
                .andExpect(content().string(not(containsString("2022-03-14"))));
        open("expert2.epicare", "/cases/" + caseId).andExpect(status().isNotFound());
    }

    @Test
    void anAuditorSeesWhatHappenedAndNothingClinical() throws Exception {
        var caseId = aCase();
        open("auditor", "/cases/open?id=" + caseId).andExpect(redirectedUrlPattern("/cases/*"));
        open("auditor", "/cases/" + caseId)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Registered the case")))
                .andExpect(content().string(not(containsString("seizures"))))
                .andExpect(content().string(not(containsString("2022-03-14"))));
        open("auditor", "/cases/" + caseId + "/history").andExpect(status().isOk());
        open("auditor", "/cases").andExpect(status().isForbidden());
    }

    @Test
    void anAdministratorSeesNoCases() throws Exception {
        open("admin", "/cases").andExpect(status().isForbidden());
        open("admin", "/cases/" + aCase()).andExpect(status().isForbidden());
    }

    @Test
    void theListKeepsItsFiltersInTheAddress() throws Exception {
        aCase();
        open("clinician.fi", "/cases?state=draft&country=fi")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("HUS-2026-014")));
    }

    @Test
    void whatWasTypedStaysWhenARegistrationIsRefused() throws Exception {
        open("clinician.fi", "/cases/new").andExpect(status().isOk());
        site.perform(post("/cases/new")
                        .with(as("clinician.fi"))
                        .with(csrf())
                        .param("request-key", "page-1")
                        .param("pseudonym", "HUS-kept")
                        .param("dateOfBirth", "2999-01-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("HUS-kept")))
                .andExpect(content().string(containsString("2999-01-01")));
    }

    @Test
    void aWholeRegistrationLeadsToTheCase() throws Exception {
        var form = post("/cases/new").with(as("clinician.fi")).with(csrf()).param("request-key", "page-2");
        SomeCases.onni().properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> form.param(field.getKey(), field.getValue().asText()));
        form.param("diseases[0].code", "ORPHA:268943");
        form.param("phenotypes[0].code", "HP:0001250").param("phenotypes[0].presence", "present");
        site.perform(form).andExpect(redirectedUrlPattern("/cases/*-*"));
    }

    @Test
    void aDeathInThePapersIsConfirmedOnce() throws Exception {
        var caseId = registration
                .register(
                        SomeCases.onni().put("vitalStatus", "deceased"),
                        access.person("clinician.fi").orElseThrow(),
                        null)
                .toString();
        open("clinician.fi", "/cases/" + caseId).andExpect(content().string(containsString("/confirm-death")));
        site.perform(post("/cases/{id}/confirm-death", caseId)
                        .with(as("clinician.fi"))
                        .with(csrf())
                        .param("answer", "family"))
                .andExpect(redirectedUrlPattern("/cases/*"));
        open("clinician.fi", "/cases/" + caseId).andExpect(content().string(not(containsString("/confirm-death"))));
        open("clinician.fi", "/cases/" + caseId + "/confirm-death").andExpect(status().isConflict());
    }

    @Test
    void anEventIsAskedForOnceMore() throws Exception {
        var caseId = aCase();
        open("clinician.fi", "/cases/" + caseId + "/report/urgency-changed").andExpect(status().isOk());
        site.perform(post("/cases/{id}/report/urgency-changed", caseId)
                        .with(as("clinician.fi"))
                        .with(csrf())
                        .param("urgency", "urgent"))
                .andExpect(status().isUnprocessableEntity());
        site.perform(post("/cases/{id}/report/urgency-changed", caseId)
                        .with(as("clinician.fi"))
                        .with(csrf())
                        .param("urgency", "urgent")
                        .param("reason", "Status epilepticus"))
                .andExpect(redirectedUrlPattern("/cases/*"));
    }

    @Test
    void anImportTellsWhatBecameOfEachFile() throws Exception {
        var packet = SomeCases.packet("import-1").toString().getBytes(StandardCharsets.UTF_8);
        var wrong = "{\"id\":\"nobody\"}".getBytes(StandardCharsets.UTF_8);
        var address = site.perform(multipart("/cases/import")
                        .file(new MockMultipartFile("files", "one.json", "application/json", packet))
                        .file(new MockMultipartFile("files", "more.zip", "application/zip", zip(packet, wrong)))
                        .param("urgency", "routine")
                        .param("question", "diagnosis")
                        .with(as("clinician.fi"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/cases/import/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var page = String.valueOf(address);
        Awaitility.await()
                .untilAsserted(() -> open("clinician.fi", page)
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("/subject")))
                        .andExpect(content().string(containsString("The import is over"))));
        open("clinician.fi", page + "?show=AGAIN").andExpect(content().string(containsString("0.json")));
        open("clinician.no", page).andExpect(status().isNotFound());
    }

    @Test
    void anEmptyUploadIsRefusedInWords() throws Exception {
        site.perform(multipart("/cases/import")
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .param("urgency", "routine")
                        .param("question", "diagnosis")
                        .with(as("clinician.fi"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("No file was sent")));
    }

    @Test
    void aFileIsAddedOnlyAfterSomebodyHasLookedAtIt() throws Exception {
        var caseId = aCase();
        var letter = new MockMultipartFile(
                "file", "letter.txt", "text/plain", "EEG: spikes".getBytes(StandardCharsets.UTF_8));
        site.perform(multipart("/cases/{id}/files", caseId)
                .file(letter)
                .with(as("clinician.fi"))
                .with(csrf()));
        open("clinician.fi", "/cases/" + caseId).andExpect(content().string(not(containsString("letter.txt"))));
        site.perform(multipart("/cases/{id}/files", caseId)
                .file(letter)
                .param("looked", "true")
                .with(as("clinician.fi"))
                .with(csrf()));
        var page = open("clinician.fi", "/cases/" + caseId)
                .andExpect(content().string(containsString("letter.txt")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = page.replaceFirst("(?s).*href=\"(/cases/[^\"]*/files/[^\"]*)\".*", "$1");
        assertThat(open("clinician.fi", link).andReturn().getResponse().getContentAsString())
                .isEqualTo("EEG: spikes");
    }

    private ResultActions open(String userId, String path) throws Exception {
        return site.perform(get(path).with(as(userId)));
    }

    private RequestPostProcessor as(String userId) {
        var roles = access.person(userId).orElseThrow().groups().stream()
                .map(group -> group.role().toUpperCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return user(userId).roles(roles);
    }

    private CaseId aCase() {
        return registration.register(
                SomeCases.onni(), access.person("clinician.fi").orElseThrow(), null);
    }

    private static byte[] zip(byte[]... contents) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var index = 0; index < contents.length; index++) {
                zip.putNextEntry(new ZipEntry(index + ".json"));
                zip.write(contents[index]);
            }
        }
        return bytes.toByteArray();
    }
}
