package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Door;
import org.konsil.journey.Script;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every id of another hospital's case, at its own address and at an address of one's own case: it is as if there were none. */
@ProgramTest
class ForeignIdsTests {

    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whateverBelongsToAnotherCaseIsNotFound() {
        var door = Door.at(port);
        var own = CaseDriver.register(door, "clinician.fi", Onni.answers(), Script.straight());
        var theirs = CaseDriver.register(door, "clinician.no", Onni.answers("no", "ous"), Script.straight());
        own.await("its work", now -> !now.path("openWork").isEmpty());
        var task = theirs.await("its work", now -> !now.path("openWork").isEmpty())
                .at("/openWork/0/taskKey")
                .asText();
        var process = door.as("clinician.no")
                .get(theirs.path("/processes"))
                .expect(200)
                .body()
                .at("/items/0/key")
                .asText();
        var file = fileOf(theirs);
        var part = partOf(door, theirs);
        var opening = openingOf(door, theirs);
        assertThat(List.of(task, process, file, part, opening)).doesNotContain("");

        for (var caseId : List.of(own.caseId(), theirs.caseId())) {
            notFound("clinician.fi", "/cases/" + caseId + "/files/" + file);
            notFound("clinician.fi", "/cases/" + caseId + "/diagram/" + process + ".xml");
            for (var format : List.of("json", "pdf")) {
                notFound("dpo.fi", "/cases/" + caseId + "/rights/requests/" + part + "/copy." + format);
                notFound("dpo.fi", "/api/v1/cases/" + caseId + "/requests/" + part + "/copy." + format);
            }
        }
        notFound("clinician.fi", "/tasks/" + task);
        notFound("clinician.fi", "/api/v1/work-items/" + task);
        notFound("clinician.fi", "/api/v1/work-items/" + task + "/form");
        for (var change : List.of("claim", "release", "delegate", "complete")) {
            notChanged("clinician.fi", "/api/v1/work-items/" + task + "/" + change);
        }
        notChanged("dpo.fi", "/api/v1/openings/" + opening + "/end");
        notChanged("dpo.fi", "/api/v1/openings/" + opening + "/looked");
    }

    private String fileOf(CaseDriver theirs) {
        var browser = Attacker.browser(port, "clinician.no");
        var added = browser.send(
                "POST",
                "/cases/" + theirs.caseId() + "/files",
                part("_csrf", "", browser.token("/cases/" + theirs.caseId()))
                        + part("looked", "", "true")
                        + part("file", "; filename=\"letter.pdf\"\r\nContent-Type: application/pdf", PDF)
                        + "--edge--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=edge");
        assertThat(added.statusCode()).isEqualTo(302);
        return jdbc.sql("SELECT id FROM attachment WHERE case_id = CAST(? AS UUID)")
                .param(theirs.caseId())
                .query(String.class)
                .single();
    }

    private static String part(String name, String more, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n".formatted(name, more, content);
    }

    private static String partOf(Door door, CaseDriver theirs) {
        JsonNode asked = door.as("dpo.no")
                .post(
                        theirs.path("/requests"),
                        Map.of(
                                "kind",
                                "access",
                                "receivedOn",
                                java.time.LocalDate.now(door.clock()).toString(),
                                "requestedBy",
                                "patient"))
                .expect(201)
                .body();
        return asked.at("/parts/0/id").asText();
    }

    private static String openingOf(Door door, CaseDriver theirs) {
        return door.as("auditor")
                .post(theirs.path("/openings"), Map.of("reason", "A complaint about this referral is looked into."))
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    private void notFound(String account, String path) {
        var visitor = path.startsWith("/api/") ? Attacker.program(port, account) : Attacker.browser(port, account);
        assertThat(visitor.get(path).statusCode()).as(account + " " + path).isEqualTo(404);
    }

    private void notChanged(String account, String path) {
        var body = path.endsWith("complete")
                ? "{\"data\":{},\"version\":1}"
                : path.endsWith("delegate") ? "{\"to\":\"clinician.fi\"}" : "{}";
        assertThat(Attacker.program(port, account).json("POST", path, body).statusCode())
                .as(account + " " + path)
                .isEqualTo(404);
    }
}
