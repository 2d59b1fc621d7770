package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.Onni;
import org.konsil.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, events and the clock, asked for what cannot be. */
@ProgramTest
class BadQueryTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @CsvSource({
        "work-items, size=100000000, filter-not-understood",
        "work-items, size=0, filter-not-understood",
        "work-items, size=-1, filter-not-understood",
        "work-items, size=x, invalid",
        "work-items, size=99999999999, invalid",
        "work-items, after=zzz, filter-not-understood",
        "work-items, after=%00, filter-not-understood",
        "work-items, sort=due;DROP%20TABLE%20work_item, filter-not-understood",
        "work-items, due=2026-99-99, filter-not-understood",
        "work-items, stage=nowhere, filter-not-understood",
        "work-items, caseId=x, filter-not-understood",
        "cases, size=100000000, case-filter-not-understood",
        "cases, size=x, invalid",
        "cases, after=zzz, unknown-place",
        "cases, state=nowhere, case-filter-not-understood",
        "cases, country=%27, case-filter-not-understood",
        "cases, network=%3Cscript%3E, case-filter-not-understood"
    })
    void aListThatCannotBeIsRefusedByItsParameter(String list, String query, String code) {
        var refused = caller.get(Caller.CLINICIAN, "/api/v1/" + list + "?" + query)
                .refused(422, code)
                .naming("/" + query.substring(0, query.indexOf('=')));
        assertThat(refused.text()).doesNotContain("java", "Failed to convert");
    }

    @Test
    void whatLooksLikeSqlFindsNothing() {
        for (var query : new String[] {"group=%27%20OR%201%3D1--", "assignee=%00", "urgency=%27%20OR%20%27%27%3D%27"}) {
            var list = caller.get(Caller.CLINICIAN, "/api/v1/work-items?" + query)
                    .is(200)
                    .json();
            assertThat(list.path("items").isEmpty()).as(query).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "format=pdf, audit-unknown-format",
        "from=yesterday, invalid",
        "until=2026-13-01T00:00:00Z, invalid",
        "case=x, invalid"
    })
    void anExportThatCannotBeIsRefused(String query, String code) {
        caller.get("auditor", "/api/v1/audit/export?" + query).refused(422, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | invalid",
                "{\"by\":5} | invalid",
                "{\"by\":\"P1D\",\"to\":1} | invalid",
                "{\"by\":\"soon\"} | clock-no-duration",
                "{\"by\":\"P999999999Y\"} | clock-no-duration",
                "{\"by\":\"PT9223372036854775807S\"} | clock-no-duration",
                "{\"by\":\"P100Y\"} | time-too-far",
                "{\"by\":\"-P1D\"} | clock-no-duration",
                "{\"by\":\"PT0S\"} | time-only-forward"
            })
    void theClockIsNotMovedByNonsense(String body, String code) {
        caller.post("admin", "/api/v1/clock/advance", body).refused(422, code);
    }

    @Test
    void anEventIsForThoseWhoMayAndForCasesThatAre() {
        var caseId = caller.post(Caller.CLINICIAN, "/api/v1/cases", Onni.answers())
                .is(201)
                .json()
                .path("caseId")
                .asText();
        var before = Stored.now(jdbc);
        report(Caller.CLINICIAN, caseId, "miracle", "{}").refused(404, "event-unknown");
        report(Caller.CLINICIAN, UUID.randomUUID().toString(), "patient-died", "{}")
                .refused(404, "unknown-case");
        report("clinician.no", caseId, "patient-died", "{}").refused(404, "unknown-case");
        report(Caller.CLINICIAN, caseId, "patient-died", "{").refused(400, "malformed-json");
        report(Caller.CLINICIAN, caseId, "patient-died", Map.of("dateOfDeath", "2199-01-01"))
                .refused(422, "answers-refused")
                .naming("/dateOfDeath");
        report(Caller.CLINICIAN, caseId, "consent-withdrawn", Map.of("scopes", "all"))
                .refused(422, "answers-refused")
                .naming("/scopes");
        report(Caller.CLINICIAN, caseId, "urgency-changed", Map.of("urgency", "tomorrow"))
                .refused(422, "answers-refused")
                .naming("/urgency");
        report(Caller.CLINICIAN, caseId, "conflict-found", "{}").refused(409, "event-not-possible-now");
        report(Caller.CLINICIAN, caseId, "re-open", "{}").refused(409, "event-not-possible-now");
        before.isStillAll(jdbc);
    }

    private Caller.Answer report(String account, String caseId, String event, Object body) {
        return caller.post(account, "/api/v1/cases/" + caseId + "/events/" + event, body);
    }
}
