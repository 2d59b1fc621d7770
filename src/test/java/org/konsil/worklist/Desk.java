package org.konsil.worklist;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Registration;
import org.konsil.consent.GivenConsent;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.process.HumanTask;
import org.konsil.process.WaitingTask;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts cases and work into the whole house as the engine would, and looks at its pages. */
@TestComponent
class Desk {

    static final String TRIAGE = "triage";

    private static final AtomicLong KEYS = new AtomicLong(77_000_000_000L);

    private final MockMvc site;
    private final Registration registration;
    private final CaseFiles cases;
    private final Grants grants;
    private final Access access;
    private final ItemChanges changes;
    private final ApplicationContext house;
    private final TransactionTemplate transaction;

    Desk(
            MockMvc site,
            Registration registration,
            CaseFiles cases,
            Grants grants,
            Access access,
            ItemChanges changes,
            ApplicationContext house,
            TransactionTemplate transaction) {
        this.site = site;
        this.registration = registration;
        this.cases = cases;
        this.grants = grants;
        this.access = access;
        this.changes = changes;
        this.house = house;
        this.transaction = transaction;
    }

    /** A Finnish case that the network EpiCARE was let into. */
    CaseId aCase() {
        return aCase(SomeCases.onni().put("pseudonym", "P-" + UUID.randomUUID()));
    }

    CaseId aCase(ObjectNode fields) {
        var caseId = registration.register(fields, person("clinician.fi"), null);
        letIn(caseId, "dispatcher:epicare", "coordinator:epicare");
        return caseId;
    }

    void letIn(CaseId caseId, String... groups) {
        transaction.executeWithoutResult(status -> {
            for (var group : groups) {
                grants.share(GivenConsent.toEverything(house, caseId), Group.of(group), Grants.As.NETWORK);
            }
        });
    }

    /** Lets one person in, as a member of the panel. */
    void seat(CaseId caseId, String userId) {
        transaction.executeWithoutResult(
                status -> grants.share(GivenConsent.toEverything(house, caseId), userId, Grants.As.PANEL));
    }

    void takeAway(CaseId caseId) {
        transaction.executeWithoutResult(status -> grants.revokeAll(caseId, Grants.As.NETWORK));
    }

    long aTask(CaseId caseId, String... groups) {
        return aTask(caseId, null, 50, groups);
    }

    long aTask(CaseId caseId, @Nullable String assignee, int priority, String... groups) {
        var key = KEYS.incrementAndGet();
        transaction.executeWithoutResult(
                status -> changes.insert(waiting(key, caseId, assignee, priority, groups), cases.summary(caseId)));
        return key;
    }

    /** The same task as the engine tells of it once it has another priority. */
    WaitingTask waiting(long key, CaseId caseId, int priority, String... groups) {
        return waiting(key, caseId, null, priority, groups);
    }

    private static WaitingTask waiting(
            long key, CaseId caseId, @Nullable String assignee, int priority, String... groups) {
        var task = new HumanTask(key, caseId, "triage", TRIAGE, "triage", null, "epicare");
        return new WaitingTask(
                task, 1, null, "Triage the request", assignee, List.of(groups), List.of(), null, priority);
    }

    String pseudonym(CaseId caseId) {
        return cases.summary(caseId).pseudonym();
    }

    Person person(String userId) {
        return access.person(userId).orElseThrow();
    }

    ResultActions open(String userId, String path, Object... values) throws Exception {
        return site.perform(get(path, values).with(user(userId).roles(roles(userId))));
    }

    ResultActions send(String userId, String path, String... fields) throws Exception {
        var request = post(path).with(user(userId).roles(roles(userId))).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return site.perform(request);
    }

    String page(String userId, String path, Object... values) throws Exception {
        return open(userId, path, values).andReturn().getResponse().getContentAsString();
    }

    private String[] roles(String userId) {
        return person(userId).roles().stream()
                .map(role -> role.toUpperCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
