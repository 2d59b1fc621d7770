package org.konsil.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Grants.As;
import org.konsil.casefile.Registration;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.Scope;
import org.konsil.desk.SomeCases;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks everybody to every door: role by relation to the case by route, with real requests. The routes come from the program
 * itself, so a new one without a decision fails here.
 */
@HouseTest
@Import(AtTheDoor.class)
class WhoMaySeeWhatTests {

    private static final Path PAGE = Path.of("src/docs/security/who-may-see-what.md");

    @Autowired
    MockMvc site;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ApplicationContext house;

    @Autowired
    Registration registration;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StoredTask task;

    private CaseId caseId;

    @BeforeEach
    void aCaseWithEverybodyInIt() {
        caseId = aCase();
        transaction.executeWithoutResult(status -> letEverybodyIn(GivenConsent.toEverything(house, caseId)));
    }

    @Test
    void everyRouteHasADecision() {
        assertThat(Routes.of(requestMappingHandlerMapping))
                .allSatisfy(route -> assertThat(route.right())
                        .as("%s %s says what it needs (@%s)", route.method(), route.path(), Needs.class.getSimpleName())
                        .isNotNull());
    }

    @Test
    void everybodyComesAsFarAsTheTableSays() throws Exception {
        var key = task.on(caseId);
        var wrong = new ArrayList<String>();
        for (var somebody : Somebody.everybody()) {
            for (var route : Routes.of(requestMappingHandlerMapping)) {
                var expected = expected(somebody, route.needed());
                var got = knock(somebody, route, key);
                if (!expected.equals(got)) {
                    wrong.add("%s, %s %s: %s instead of %s"
                            .formatted(somebody.name(), route.method(), route.path(), got, expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoWasLetInLosesTheCaseWithTheConsent() throws Exception {
        var consents = house.getBean(Consents.class);
        consents.withdraw(caseId, Scope.PANEL_CARE, Actor.of("clinician.fi"));
        consents.withdraw(caseId, Scope.TREATMENT_ABROAD, Actor.of("clinician.fi"));
        for (var somebody : Somebody.everybody()) {
            for (var relation : somebody.relations()) {
                var person = access.person(somebody.account()).orElseThrow();
                assertThat(access.rights(person, caseId).isEmpty())
                        .as(somebody.name())
                        .isEqualTo(relation.restsOnConsent());
            }
        }
    }

    /** A role that the provider has taken away, or that this token does not name. */
    @Test
    void whoDoesNotHoldTheRoleAnyMoreStandsNowhere() {
        for (var user : List.of("lead.epicare", "expert1.epicare", "expert2.epicare", "guest.uk")) {
            var before = access.person(user).orElseThrow();
            var after = new Person(
                    user,
                    before.displayName(),
                    before.country(),
                    before.provider(),
                    Set.of(Group.of("clinician:oslo")));

            assertThat(access.rights(before, caseId)).as(user).contains(Right.READ_CLINICAL);
            assertThat(access.rights(after, caseId)).as(user).isEmpty();
            assertThat(access.holderNames(after)).as(user).containsExactly("clinician:oslo");
        }
    }

    @Test
    void noListTellsOfACaseThatItsReaderMayNotKnowOf() throws Exception {
        for (var somebody : Somebody.everybody()) {
            if (somebody.account().isEmpty() || !Decisions.isConceivable(Right.LIST, roles(somebody))) {
                continue;
            }
            var knows = somebody.rights().contains(Right.KNOW);
            for (var list : List.of("/api/v1/cases?size=200", "/cases", "/", "/api/v1/work-items?size=200", "/work")) {
                var said = site.perform(request(HttpMethod.GET, list).with(as(somebody)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                if (!knows) {
                    assertThat(said).as(somebody.name() + " " + list).doesNotContain(caseId.toString());
                }
            }
        }
    }

    /** A total that counts what is not shown would tell that it is there. */
    @Test
    void noTotalCountsMoreThanIsShown() throws Exception {
        for (var somebody : Somebody.everybody()) {
            if (somebody.account().isEmpty() || !Decisions.isConceivable(Right.LIST, roles(somebody))) {
                continue;
            }
            var person = access.person(somebody.account()).orElseThrow();
            for (var list : List.of("/api/v1/cases?size=200", "/api/v1/work-items?size=200")) {
                var said = site.perform(request(HttpMethod.GET, list).with(as(somebody)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                var answer = house.getBean(ObjectMapper.class).readTree(said);
                assertThat(answer.path("total").asInt())
                        .as(somebody.name() + " " + list)
                        .isEqualTo(answer.path("items").size());
                assertThat(answer.path("items"))
                        .as(somebody.name() + " " + list)
                        .allSatisfy(item -> assertThat(access.rights(
                                        person, CaseId.of(item.path("caseId").asText())))
                                .contains(Right.KNOW));
            }
        }
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        var now = Files.readString(PAGE);
        var said = WhoMaySeeWhat.in(now, Routes.of(requestMappingHandlerMapping));
        if (Boolean.getBoolean("konsil.write-docs")) {
            Files.writeString(PAGE, said);
        }
        assertThat(now)
                .as("Run this test with -Dkonsil.write-docs=true, read what has changed, and commit it.")
                .isEqualTo(said);
    }

    /** 401, 403, 404, or 200 for whoever is let through; what the page itself makes of it is others' to test. */
    private String knock(Somebody somebody, Routes.Route route, long key) throws Exception {
        var path = route.path()
                .replace("{caseId}", caseId.toString())
                .replace("{taskKey}", Long.toString(key))
                .replaceAll("\\{[^}]*Key}", "1")
                .replaceAll("\\{(event)}", "consent-withdrawn")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var knocking = request(HttpMethod.valueOf(route.method()), path)
                .header(AtTheDoor.ONLY_TO, "the door")
                .contentType(route.consumes());
        if (!somebody.account().isEmpty()) {
            knocking.with(as(somebody));
        }
        var answer = site.perform(knocking.with(csrf())).andReturn().getResponse();
        return answer.getHeader(AtTheDoor.LET_IN) != null
                ? "200"
                : verdict(answer.getStatus(), answer.getRedirectedUrl());
    }

    private static String verdict(int status, @Nullable String redirect) {
        return status == 302 && redirect != null && redirect.endsWith("/sign-in") ? "401" : Integer.toString(status);
    }

    /** From the table alone. */
    private String expected(Somebody somebody, Right needed) {
        if (needed == Right.ENTER) {
            return "200";
        }
        if (somebody.account().isEmpty()) {
            return "401";
        }
        if (!Decisions.isConceivable(needed, roles(somebody))) {
            return "403";
        }
        if (!needed.isOfACase() || somebody.rights().contains(needed)) {
            return "200";
        }
        return somebody.rights().contains(Right.KNOW) ? "403" : "404";
    }

    private Set<String> roles(Somebody somebody) {
        return access.person(somebody.account()).orElseThrow().roles();
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(Somebody somebody) {
        return user(somebody.account())
                .roles(roles(somebody).stream()
                        .map(role -> role.toUpperCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private void letEverybodyIn(Agreed agreed) {
        grants.share(agreed, Group.of("centre:fi"), As.DOMESTIC);
        grants.share(agreed, Group.of("sponsor:sponsor-fi"), As.DOMESTIC);
        grants.share(agreed, Group.of("dispatcher:epicare"), As.NETWORK);
        grants.share(agreed, Group.of("coordinator:epicare"), As.NETWORK);
        grants.share(agreed, Group.of("coordinator:ithaca"), As.CO_NETWORK);
        grants.share(agreed, "lead.epicare", As.LEAD);
        grants.share(agreed, "expert1.epicare", As.INVITED);
        grants.share(agreed, "expert2.epicare", As.PANEL);
        grants.share(agreed, "guest.uk", As.PANEL);
        grants.share(agreed, Group.of("funding:fi"), As.FUNDING);
        grants.toController(agreed.caseId(), Group.of("coordinator:rnd"));
        grants.share(agreed, "expert3.epicare", As.PANEL);
        grants.revoke(agreed.caseId(), new Grants.Standing("expert3.epicare", As.PANEL));
    }

    private CaseId aCase() {
        return registration.register(
                SomeCases.onni(), access.person("clinician.fi").orElseThrow(), null);
    }
}
