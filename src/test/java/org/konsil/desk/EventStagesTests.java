package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.HouseTest;
import org.konsil.Onni;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.desk.EventTable.Row;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.panel.PanelStory;
import org.konsil.process.Outbox;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Every event in every kind of stage, over the API and over the page: taken or refused with its reason, and what follows at once. */
@HouseTest
@Import(PanelStory.class)
class EventStagesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MESSAGES = Set.of(
            "consent-withdrawn",
            "treatment-abroad-withdrawn",
            "patient-died",
            "urgency-changed",
            "advice-superseded",
            "aftercare-superseded",
            "case-transferred",
            "duplicate-found",
            "round-reopened");

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc site;

    @Autowired
    PanelStory story;

    @Autowired
    Registration registration;

    @Autowired
    CaseFiles cases;

    @Autowired
    Access access;

    @Autowired
    Audit audit;

    @Autowired
    Outbox outbox;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Row> rows() {
        return EventTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEventDoesWhatTheStageCallsFor(Row row) throws Exception {
        var overApi = at(row.stage());
        var reply = site.perform(post("/api/v1/cases/{id}/events/{event}", overApi, row.event())
                        .with(httpBasic(row.by(), "konsil-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(said(row))))
                .andReturn()
                .getResponse();
        assertThat(reply.getStatus()).as(reply.getContentAsString()).isEqualTo(row.isTaken() ? 202 : 409);
        if (!row.isTaken()) {
            assertThat(reply.getContentAsString()).contains(reason(row));
        }
        assertEffect(row, overApi);

        var overPage = at(row.stage());
        var form = post("/cases/{id}/report/{event}", overPage, row.event())
                .with(as(row.by()))
                .with(csrf());
        said(row).forEach((field, value) -> values(value).forEach(one -> form.param(field, one)));
        var page = site.perform(form).andReturn().getResponse();
        assertThat(page.getStatus())
                .as(page.getContentAsString())
                .isEqualTo(row.isTaken() ? 302 : row.isOffered() ? 409 : 422);
        assertEffect(row, overPage);
    }

    private void assertEffect(Row row, CaseId caseId) {
        var heard = heard(caseId);
        if (row.hears().equals("nothing")) {
            assertThat(heard).isEmpty();
        } else if (!row.hears().equals("*")) {
            assertThat(heard).containsExactly(row.hears());
        }
        var actions = audit.history(caseId).stream()
                .map(recorded -> recorded.entry().action())
                .toList();
        if (row.history().equals("nothing")) {
            assertThat(actions).doesNotContain(row.event(), "round-begun", "case-merged", "case-linked");
        } else {
            assertThat(actions).contains(row.history());
        }
        var dispatcher = access.person("dispatcher.epicare").orElseThrow();
        assertThat(access.may(dispatcher, caseId, Right.KNOW))
                .as("the network sees the case")
                .isEqualTo(row.network().equals("keeps"));
    }

    private Set<String> heard(CaseId caseId) {
        var heard = new TreeSet<String>();
        for (var call : Mockito.mockingDetails(outbox).getInvocations()) {
            if (call.getMethod().getName().equals("startAgain")
                    && call.getArgument(0).equals(caseId)) {
                heard.add("again");
            } else if (call.getMethod().getName().equals("publish")
                    && call.getArgument(0).equals(caseId)
                    && MESSAGES.contains(call.<String>getArgument(1))) {
                heard.add(call.getArgument(1));
            }
        }
        return heard;
    }

    /** A fresh case that stands there, with a consent to everything and the network let in. */
    private CaseId at(String stage) {
        if (stage.equals("consent")) {
            var clinician = access.person("clinician.fi").orElseThrow();
            var caseId = registration.register(Onni.answers("fi", "hus"), clinician, null);
            return enter(caseId, Stage.CONSENT, CaseState.AWAITING_CONSENT);
        }
        var caseId =
                switch (stage) {
                    case "triage", "closed", "dead", "erased" -> story.atEpicare();
                    case "convene" -> story.convened(1, 2, 3);
                    default -> story.withOpinions();
                };
        GivenConsent.toEverything(house, caseId);
        for (var group : List.of("dispatcher:epicare", "coordinator:epicare")) {
            jdbc.sql("INSERT INTO case_grant (case_id, holder, granted_as, granted_at) VALUES (?, ?, 'NETWORK', ?)")
                    .params(caseId.value(), group, OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                    .update();
        }
        return switch (stage) {
            case "triage" -> enter(caseId, Stage.TRIAGE, CaseState.TRIAGE);
            case "convene" -> enter(caseId, Stage.CONVENE, CaseState.CONVENING);
            case "assess" -> enter(caseId, Stage.ASSESS, CaseState.ASSESSING);
            case "signing" -> enter(caseId, Stage.OUTCOME, CaseState.SIGNING);
            case "delivered" -> enter(caseId, Stage.DELIVER, CaseState.DELIVERED);
            case "abroad" -> enter(caseId, Stage.ABROAD, CaseState.TREATMENT_ABROAD);
            case "follow-up" -> enter(caseId, Stage.FOLLOW_UP, CaseState.FOLLOW_UP);
            case "closed" -> close(caseId, ClosingReason.NO_QUORUM);
            case "dead" -> close(caseId, ClosingReason.DECEASED);
            case "erased" -> erase(close(caseId, ClosingReason.WITHDRAWN));
            default -> throw new IllegalArgumentException(stage);
        };
    }

    private CaseId enter(CaseId caseId, Stage stage, CaseState state) {
        transaction.executeWithoutResult(status -> cases.enter(caseId, stage, state, Actor.SYSTEM));
        return caseId;
    }

    private CaseId close(CaseId caseId, ClosingReason reason) {
        transaction.executeWithoutResult(status -> cases.close(caseId, reason, Actor.SYSTEM));
        return caseId;
    }

    private CaseId erase(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            vault.destroy(caseId, Controller.HOME);
            cases.erased(caseId, Actor.SYSTEM);
        });
        return caseId;
    }

    private Map<String, Object> said(Row row) {
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        return switch (row.event()) {
            case "consent-withdrawn" ->
                Map.of(
                        "scopes",
                        List.of(row.with()),
                        "withdrawnOn",
                        today,
                        "channel",
                        "phone",
                        "effectsExplained",
                        true);
            case "patient-died" -> Map.of("dateOfDeath", today);
            case "urgency-changed" -> Map.of("urgency", "urgent", "reason", "Getting worse.");
            case "conflict-found" ->
                Map.of("expert", row.with() + ".epicare", "kind", "financial", "reason", "Holds shares.");
            case "expert-unavailable" -> Map.of("expert", row.with() + ".epicare", "kind", "illness");
            case "transfer" ->
                row.with().equals("network")
                        ? Map.of("target", "network", "toNetwork", "rnd", "reason", "It knows more of it.")
                        : Map.of(
                                "target", "provider",
                                "toProvider", "ous",
                                "patientAgrees", "yes",
                                "reason", "The family moves.");
            case "duplicate" ->
                Map.of("other", story.atEpicare().toString(), "how", row.with(), "reason", "Registered twice.");
            default -> Map.of("question", "And now?", "reason", "course");
        };
    }

    private RequestPostProcessor as(String account) {
        var roles = access.person(account).orElseThrow().groups().stream()
                .map(group -> group.role().toUpperCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return user(account).roles(roles);
    }

    private static List<String> values(Object value) {
        var values = new ArrayList<String>();
        if (value instanceof List<?> many) {
            many.forEach(one -> values.add(String.valueOf(one)));
        } else {
            values.add(String.valueOf(value));
        }
        return values;
    }

    /** The reason as the page words it. */
    private String reason(Row row) {
        return Stream.of("desk.event." + row.event() + "." + row.answer(), "desk.event." + row.answer())
                .map(key -> house.getMessage(key + ".why", null, "", Locale.ENGLISH))
                .filter(words -> words != null && !words.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
