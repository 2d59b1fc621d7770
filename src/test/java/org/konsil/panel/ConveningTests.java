package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konsil.panel.PanelStory.expert;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.access.Agreed;
import org.konsil.access.Grants;
import org.konsil.consent.GivenConsent;
import org.konsil.directory.Directory;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.Group;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Proposals with reasons, the board of answers, reminders and replacements. */
@HouseTest
@Import(PanelStory.class)
class ConveningTests {

    @Autowired
    PanelStory story;

    @Autowired
    Panels panels;

    @MockitoSpyBean
    KnownConflicts conflicts;

    @Autowired
    Reminders reminders;

    @Autowired
    AnswerBoard board;

    @Autowired
    Access access;

    @Autowired
    Grants grants;

    @Autowired
    Directory directory;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @Test
    void theFormOpensWithTheProposalFilledInAndItsReasonsBesideEachName() {
        var shown = story.shown("convene-panel", story.atEpicare(), null, "coordinator.epicare");

        assertThat(shown.at("/experts")).hasSize(5);
        assertThat(shown.at("/expertOptions/0/value")).isEqualTo(shown.at("/experts/0"));
        assertThat(shown.at("/expertOptions/0/label").asText())
                .containsPattern("covers (epileptology|neuroradiology|paediatric neurology|neurosurgery)")
                .containsPattern("works on Rare (neurologic disease|epilepsy)")
                .contains("adds ");
    }

    @Test
    void thePageShowsTheReasonsToTheCoordinatorAlone() throws Exception {
        var caseId = story.convened(1, 2, 3);
        letTheNetworkIn(caseId);

        var page = page("coordinator.epicare", "coordinator", "/cases/" + caseId + "/panel/proposal");
        assertThat(page).contains("covers neuroradiology").doesNotContain("Matteo Ferrasco");
        web.perform(get("/cases/" + caseId + "/panel/proposal").with(as("lead.epicare", "lead")))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoHasAConflictOfInterestIsNamedWithKindAndDayAndCannotBeChosen() throws Exception {
        var caseId = story.convened(1, 2, 3, 4);
        letTheNetworkIn(caseId);
        story.reply(caseId, 1, "accept", "conflictFinancial");
        story.accept(caseId, 2);
        panels.conflictFound(caseId, expert(2), Actor.of("coordinator.epicare"));

        var page = page("coordinator.epicare", "coordinator", "/cases/" + caseId + "/panel/proposal");
        assertThat(page)
                .contains(name(1) + ": a financial interest (declared when asked, " + Days.of(clock.instant()))
                .contains(name(2) + ": the kind is not kept any more (reported after the expert took part)");
        assertThat(story.shown("replace-experts", caseId, null, "coordinator.epicare")
                        .path("conflicts")
                        .asText())
                .contains(name(1), name(2));
    }

    @Test
    void conflictsOfInterestAreGatheredOnceForAllThatAProposalSays() throws Exception {
        var caseId = story.convened(1, 2, 3);
        letTheNetworkIn(caseId);
        clearInvocations(conflicts);

        story.shown("replace-experts", caseId, null, "coordinator.epicare");
        verify(conflicts).of(caseId);
        clearInvocations(conflicts);
        page("coordinator.epicare", "coordinator", "/cases/" + caseId + "/panel/proposal");
        verify(conflicts).of(caseId);

        var other = story.atEpicare();
        story.shown("convene-panel", other, null, "coordinator.epicare");
        verify(conflicts).of(other);
    }

    @Test
    void aConflictDeclaredOnOnePanelKeepsTheExpertOffTheNext() {
        var caseId = story.convened(1, 2, 3);
        story.reply(caseId, 1, "accept", "conflictPersonal");
        panels.end(caseId);

        var shown = story.shown("convene-panel", caseId, null, "coordinator.epicare");
        assertThat(shown.path("expertOptions").findValuesAsText("value")).doesNotContain(expert(1));
        assertThatThrownBy(() -> story.convene(caseId, 1, 2, 3)).isInstanceOf(ExpertInConflict.class);
    }

    @Test
    void howSoonSomebodyAnsweredIsSaidOfEveryoneAndSoIsThatNothingIsKnown() throws Exception {
        var caseId = story.convened(1, 2, 3);
        letTheNetworkIn(caseId);
        story.accept(caseId, 1);
        var other = story.atEpicare();

        assertThat(story.shown("convene-panel", other, null, "coordinator.epicare")
                        .path("expertOptions")
                        .findValuesAsText("label"))
                .anyMatch(it -> it.startsWith(name(1)) && it.contains("half of the answers within a day:"))
                .allMatch(it -> it.contains("half of the answers within") || it.contains("in two years"));
        assertThat(page("coordinator.epicare", "coordinator", "/cases/" + caseId + "/panel/proposal"))
                .contains("Answers so far");
    }

    @Test
    void theBoardSaysWhoIsSilentAndWhenTheQuorumCanBeExpected() throws Exception {
        var caseId = story.convened(1, 2, 3, 4);
        story.accept(caseId, 1);
        letTheNetworkIn(caseId);
        var panel = panels.of(caseId).orElseThrow();

        var forecast = board.forecast(panel).orElseThrow();
        assertThat(forecast.accepted()).isEqualTo(1);
        assertThat(forecast.open()).isEqualTo(3);
        assertThat(forecast.percent()).isBetween(1, 100);
        assertThat(forecast.expected()).isNotNull();
        assertThat(board.of(panel)).filteredOn(AnswerBoard.Line::isAwaited).hasSize(4);
        assertThat(page("coordinator.epicare", "coordinator", "/cases/" + caseId + "/panel"))
                .contains("1 of 3 needed have accepted")
                .contains("data-live=\"panel\"")
                .contains("not yet");
    }

    @Test
    void anExpertIsRemindedOnceADay() {
        var caseId = story.convened(1, 2, 3);
        var invitation = story.invitation(caseId, 1).id();
        var by = Actor.of("coordinator.epicare");

        reminders.remind(caseId, invitation, by);

        assertThat(reminders.of(caseId).get(invitation)).hasSize(1);
        assertThatThrownBy(() -> reminders.remind(caseId, invitation, by)).isInstanceOf(RemindedAlready.class);
        assertThat(reminders.of(caseId).get(invitation)).hasSize(1);
    }

    @Test
    void whoHasDeclinedIsNotReminded() {
        var caseId = story.convened(1, 2, 3);
        story.reply(caseId, 1, "decline");

        assertThatThrownBy(() ->
                        reminders.remind(caseId, story.invitation(caseId, 1).id(), Actor.of("coordinator.epicare")))
                .isInstanceOf(AlreadyAnswered.class);
    }

    @Test
    void theCoordinatorAsksAnotherInsteadAndTheSilentOneLosesTheCase() throws Exception {
        var caseId = story.convened(1, 2, 3);
        letTheNetworkIn(caseId);
        var path = "/cases/" + caseId + "/panel/invitations/"
                + story.invitation(caseId, 1).id() + "/replace";

        web.perform(post(path).with(as("coordinator.epicare", "coordinator")).with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.UNAVAILABLE);
        assertThat(access.may(access.person(expert(1)).orElseThrow(), caseId, Right.KNOW))
                .isFalse();
    }

    @Test
    void anExpertOfThePanelRemindsNobody() throws Exception {
        var caseId = story.convened(1, 2, 3);
        story.accept(caseId, 1);
        var path = "/cases/" + caseId + "/panel/invitations/"
                + story.invitation(caseId, 2).id() + "/remind";

        web.perform(post(path).with(as(expert(1), "expert")).with(csrf())).andExpect(status().isForbidden());
        assertThat(reminders.of(caseId)).isEmpty();
    }

    private String name(int expert) {
        return directory.expert(expert(expert)).orElseThrow().name();
    }

    private void letTheNetworkIn(CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            Agreed agreed = GivenConsent.toEverything(house, caseId);
            grants.share(agreed, Group.of("coordinator:epicare"), Grants.As.NETWORK);
        });
    }

    private String page(String account, String role, String path) throws Exception {
        return web.perform(get(path).with(as(account, role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static RequestPostProcessor as(String account, String... roles) {
        return user(account)
                .roles(List.of(roles).stream()
                        .map(role -> role.toUpperCase(java.util.Locale.ROOT))
                        .toArray(String[]::new));
    }
}
