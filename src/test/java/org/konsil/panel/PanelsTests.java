package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konsil.panel.PanelStory.expert;
import static org.konsil.panel.PanelStory.job;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.Access;
import org.konsil.consent.Consents;
import org.konsil.consent.GivenConsent;
import org.konsil.consent.NotAgreed;
import org.konsil.consent.Scope;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.panel.proposal.Track;
import org.konsil.panel.proposal.Tracks;
import org.konsil.process.Outbox;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@Import(PanelStory.class)
class PanelsTests {

    @Autowired
    PanelStory story;

    @Autowired
    Panels panels;

    @Autowired
    Invitations invitations;

    @Autowired
    ApplicationContext house;

    @Autowired
    Contributions contributions;

    @Autowired
    Opinions opinions;

    @Autowired
    Leads leads;

    @Autowired
    Replacements replacements;

    @Autowired
    Discussion discussion;

    @Autowired
    Assessments assessments;

    @Autowired
    Access access;

    @Autowired
    Consents consents;

    @Autowired
    Outbox outbox;

    @Autowired
    Tracks tracks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFormOffersTheBestSuitedFirst() {
        var shown = story.shown("convene-panel", story.atEpicare(), null, "coordinator.epicare");

        assertThat(shown.at("/expertOptions")).hasSize(7);
        assertThat(List.of(expert(1), expert(2), expert(3), expert(4)))
                .contains(shown.at("/expertOptions/0/value").asText());
        assertThat(shown.at("/leads/0/value").asText()).isEqualTo("lead.epicare");
        assertThat(shown.path("quorumAdvised").asInt()).isEqualTo(3);
    }

    @Test
    void fewerExpertsThanTheQuorumAreRefused() {
        assertThatThrownBy(() -> story.convened(1, 2)).isInstanceOf(TooFewExperts.class);
    }

    @Test
    void howSoonSomebodyAnsweredIsCountedOverAllPanels() {
        var who = "expert.counted";
        asked(who, "ACCEPTED", Duration.ofDays(2), true, "CLOSED");
        asked(who, "ACCEPTED", Duration.ofDays(9), false, "AT_WORK");
        asked(who, "DECLINED", Duration.ofMinutes(90), false, "CLOSED");
        asked(who, "DELEGATED", Duration.ofDays(4), false, "CLOSED");
        asked(who, "EXPIRED", null, false, "CLOSED");
        asked(who, "INVITED", null, false, "INVITING");
        asked(who, "INVITED", null, false, "CLOSED");

        assertThat(tracks.of(List.of(who, "expert.never")))
                .isEqualTo(Map.of(who, new Track(2, 5, 4, 2, Optional.of(Duration.ofDays(2)))));
    }

    /** On a panel of its own. */
    private void asked(String who, String state, @Nullable Duration after, boolean hasOpinion, String panelState) {
        var panel = UUID.randomUUID();
        var sent = OffsetDateTime.now(ZoneOffset.UTC).minusDays(30).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql(
                        "INSERT INTO panel (id, case_id, network_id, lead_user, quorum, opinion_due, language, state, convened_at)"
                                + " VALUES (?, ?, 'epicare', 'lead.epicare', 3, ?, 'en', ?, ?)")
                .params(panel, UUID.randomUUID(), sent.toLocalDate(), panelState, sent)
                .update();
        jdbc.sql("INSERT INTO panel_invitation (id, panel_id, case_id, expert, discipline, state, excluded, asked_at,"
                        + " sent_at, answered_at, opinion_at) VALUES (?, ?, ?, ?, 'genetics', ?, FALSE, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), panel, UUID.randomUUID(), who, state, sent, sent)
                .param(after == null ? null : sent.plus(after))
                .param(hasOpinion ? sent.plusDays(10) : null)
                .update();
    }

    @Test
    void anInvitationOpensTheCaseToItsExpertAndStartsItsProcess() {
        var caseId = story.convened(1, 2, 3);

        assertThat(sees(1, caseId)).isTrue();
        assertThat(sees(4, caseId)).isFalse();
        var id = story.invitation(caseId, 1).id().toString();
        verify(outbox).publish(eq(caseId), eq("expert-invited"), eq(id), any());
    }

    @Test
    void withoutConsentNobodyIsInvited() {
        var caseId = story.atEpicare();
        consents.withdraw(caseId, Scope.PANEL_CARE, Actor.of("clinician.fi"));

        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("lead", "lead.epicare")
                .put("opinionDue", "2035-01-01");
        IntStream.rangeClosed(1, 3).forEach(it -> answers.withArray("experts").add(expert(it)));
        assertThatThrownBy(() -> story.answer("convene-panel", caseId, null, answers, "coordinator.epicare"))
                .isInstanceOf(NotAgreed.class);
    }

    @Test
    void theQuorumIsReachedExactlyOnceWhenAllAcceptAtTheSameTime() {
        var caseId = story.convened(1, 2, 3, 4, 5);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.rangeClosed(1, 5)
                            .mapToObj(it -> CompletableFuture.runAsync(() -> story.accept(caseId, it), many))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }

        assertThat(panels.of(caseId).orElseThrow().state()).isEqualTo(Panel.State.READY);
        verify(outbox, times(1)).publish(eq(caseId), eq("quorum-reached"), anyString(), any());
    }

    @Test
    void aQuorumThatWasReachedMeanwhileIsSeenWhenMoreAreInvited() {
        var caseId = story.convened(1, 2, 3);
        IntStream.rangeClosed(1, 3).forEach(it -> story.accept(caseId, it));

        assertThat(invitations.invite(caseId, job()).quorumReached()).isTrue();
    }

    @Test
    void theCoordinatorHearsOnceThatTooFewAreLeftAndReplaces() {
        var caseId = story.convened(1, 2, 3);
        release(caseId, 1, "decline");
        release(caseId, 2, "decline");

        verify(outbox, times(1)).publish(eq(caseId), eq("panel-short"), anyString(), any());
        assertThat(sees(1, caseId)).isFalse();
        var shown = story.shown("replace-experts", caseId, null, "coordinator.epicare");
        assertThat(shown.at("/expertOptions")).hasSize(4);

        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("replaceDecision", "invite")
                .put("opinionDue", "2035-02-01");
        answers.withArray("experts").add(expert(4)).add(expert(5));
        story.answer("replace-experts", caseId, null, answers, "coordinator.epicare");
        assertThat(invitations.invite(caseId, job()).quorumReached()).isFalse();
        assertThat(panels.of(caseId).orElseThrow().state()).isEqualTo(Panel.State.INVITING);
        assertThat(sees(4, caseId)).isTrue();
    }

    @Test
    void aPanelThatHasItsQuorumInTheMeantimeIsNotClosedByWhoeverWasToReplaceExperts() {
        var caseId = story.convened(1, 2, 3, 4);
        release(caseId, 4, "decline");
        IntStream.rangeClosed(1, 3).forEach(it -> story.accept(caseId, it));
        var close = JsonNodeFactory.instance.objectNode().put("replaceDecision", "close");

        assertThatThrownBy(() -> story.answer("replace-experts", caseId, null, close, "coordinator.epicare"))
                .isInstanceOf(NothingToReplace.class);

        assertThat(panels.of(caseId).orElseThrow().state()).isEqualTo(Panel.State.READY);
        assertThat(access.may(access.person("lead.epicare").orElseThrow(), caseId, Right.READ_CLINICAL))
                .isTrue();
    }

    @Test
    void aNetworkThatDeclinedToHelpIsNotAskedTwiceAndNobodyWaitsForIt() {
        var caseId = story.convened(1, 2, 3);
        IntStream.rangeClosed(1, 3).forEach(it -> release(caseId, it, "decline"));
        var rnd = List.of(NetworkId.of("rnd"));
        GivenConsent.toEverything(house, caseId);
        contributions.want(panels.of(caseId).orElseThrow(), rnd);
        invitations.invite(caseId, job());
        var asked = panels.contributions(caseId).getFirst().id().toString();
        var no = JsonNodeFactory.instance.objectNode().put("contributionDecision", "decline");
        story.answer("propose-experts", caseId, asked, no, "coordinator.rnd");

        assertThat(story.shown("replace-experts", caseId, null, "coordinator.epicare")
                        .path("networkOptions")
                        .findValuesAsText("value"))
                .contains("endo")
                .doesNotContain("rnd", "epicare");
        contributions.want(panels.of(caseId).orElseThrow(), rnd);
        Mockito.clearInvocations(outbox);
        invitations.invite(caseId, job());
        verify(outbox, times(1)).publish(eq(caseId), eq("panel-short"), anyString(), any());
    }

    @Test
    void aFinancialInterestCountsAsDeclinedAndAFormerTreatmentIsDisclosed() {
        var caseId = story.convened(1, 2, 3, 4);

        assertThat(story.reply(caseId, 1, "accept", "conflictFinancial")).containsEntry("invitationAnswer", "decline");
        assertThat(story.reply(caseId, 2, "accept", "conflictPriorTreatment"))
                .containsEntry("invitationAnswer", "accept");
        assertThat(story.invitation(caseId, 2).disclosed()).isEqualTo("prior-treatment");
        assertThatThrownBy(() -> story.reply(caseId, 1, "accept")).isInstanceOf(AlreadyAnswered.class);
    }

    @Test
    void whoDoesNotAnswerExpiresAndTheSameJobDoesItOnce() {
        var caseId = story.convened(1, 2, 3, 4);
        var job = job();
        var id = story.invitation(caseId, 1).id();

        invitations.release(caseId, id, true, job);
        invitations.release(caseId, id, true, job);

        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.EXPIRED);
        verify(outbox, never()).publish(eq(caseId), eq("panel-short"), anyString(), any());
    }

    @Test
    void whoAcceptsInTheMomentInWhichTheirTimeIsOverIsNotCountedOn() {
        var caseId = story.convened(1, 2, 3);
        release(caseId, 2, "decline");
        story.reply(caseId, 1, "accept");

        invitations.release(caseId, story.invitation(caseId, 1).id(), true, job());

        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.EXPIRED);
        verify(outbox, times(1)).publish(eq(caseId), eq("panel-short"), anyString(), any());
    }

    @Test
    void anInvitationThatIsPassedOnInvitesTheColleague() {
        var caseId = story.convened(1, 2, 3);
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("invitationAnswer", "delegate")
                .put("delegateTo", expert(6));
        var id = story.invitation(caseId, 1).id();
        story.answer("panel-invitation", caseId, id.toString(), answers, expert(1));
        invitations.release(caseId, id, true, job());

        assertThat(story.invitation(caseId, 6).sentAt()).isNotNull();
        verify(outbox, never()).publish(eq(caseId), eq("panel-short"), anyString(), any());
    }

    @Test
    void theOutcomeWaitsForAQuorumOfOpinions() {
        var caseId = story.convened(1, 2, 3);
        var ready = JsonNodeFactory.instance.objectNode().put("leadDecision", "ready");
        IntStream.rangeClosed(1, 3).forEach(it -> story.accept(caseId, it));
        story.opinion(caseId, 1, "Focal.");

        assertThatThrownBy(() -> story.answer("lead-discussion", caseId, null, ready, "lead.epicare"))
                .isInstanceOf(TooFewOpinions.class);
        var shown = story.shown("lead-discussion", caseId, null, "lead.epicare");
        assertThat(shown.path("given").asInt()).isEqualTo(1);
        assertThat(shown.path("awaited").asInt()).isEqualTo(2);
        panels.conflictFound(caseId, expert(3), Actor.of("coordinator.epicare"));
        assertThat(story.shown("lead-discussion", caseId, null, "lead.epicare")
                        .path("awaited")
                        .asInt())
                .as("one is excluded, and another invited in the place")
                .isEqualTo(2);
        story.accept(caseId, 4);
        story.opinion(caseId, 2, "Focal too.");
        story.opinion(caseId, 4, "I agree.");
        assertThat(story.answer("lead-discussion", caseId, null, ready, "lead.epicare"))
                .isEmpty();
    }

    @Test
    void theLeadDeclaresConflictsOnceAndThoseThatDoNotExcludeAreDisclosed() {
        var caseId = story.withOpinions();
        assertThat(story.shown("lead-discussion", caseId, null, "lead.epicare")
                        .path("declared")
                        .asBoolean())
                .isFalse();
        var ready = JsonNodeFactory.instance
                .objectNode()
                .put("leadDecision", "ready")
                .put("conflictInstitutional", "yes")
                .put("conflictPriorTreatment", "yes");

        assertThat(story.answer("lead-discussion", caseId, null, ready, "lead.epicare"))
                .isEmpty();

        assertThat(leads.disclosed(caseId)).isEqualTo("institutional prior-treatment");
        assertThat(story.shown("lead-discussion", caseId, null, "lead.epicare")
                        .path("declared")
                        .asBoolean())
                .isTrue();
        assertThat(panels.of(caseId).orElseThrow().leadGone()).isFalse();
    }

    @Test
    void aLeadWithAConflictThatExcludesStandsDownAtOnceAndIsNotAppointedAgain() {
        var caseId = story.withOpinions();
        var ready = JsonNodeFactory.instance
                .objectNode()
                .put("leadDecision", "ready")
                .put("conflictPersonal", "yes");

        assertThat(story.answer("lead-discussion", caseId, null, ready, "lead.epicare"))
                .containsEntry("leadDecision", "stand-down");

        var panel = panels.of(caseId).orElseThrow();
        assertThat(panel.leadGone()).isTrue();
        assertThat(access.may(access.person("lead.epicare").orElseThrow(), caseId, Right.READ_CLINICAL))
                .isFalse();
        verify(outbox).publish(eq(caseId), eq("lead-unavailable"), eq(panel.id().toString()), any());
        var next = JsonNodeFactory.instance.objectNode().put("newLead", expert(1));
        story.answer("appoint-lead", caseId, panel.id().toString(), next, "coordinator.epicare");
        var options = story.shown("appoint-lead", caseId, panel.id().toString(), "coordinator.epicare");
        assertThat(options.path("leadOptions").findValuesAsText("value"))
                .contains(expert(2), expert(5))
                .doesNotContain("lead.epicare", expert(1));
        assertThat(story.shown("lead-discussion", caseId, null, expert(1))
                        .path("declared")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anExpertWhoLedAndDropsOutAsLeadStillSignsForTheirOpinion() {
        var caseId = ledByAnExpert();

        replacements.dropOut(caseId, expert(1), Actor.of("coordinator.epicare"));
        appoint(caseId, "lead.epicare");

        assertThat(sees(1, caseId)).isTrue();
        assertThat(panels.signers(caseId)).contains("lead.epicare", expert(1));
    }

    @Test
    void anExpertWhoLeadsAndDeclaresAConflictThatExcludesAdvisesNoMoreEither() {
        var caseId = ledByAnExpert();
        var given = opinions.given(caseId);
        var declared = JsonNodeFactory.instance
                .objectNode()
                .put("leadDecision", "ready")
                .put("conflictPersonal", "yes");

        story.answer("lead-discussion", caseId, null, declared, expert(1));

        assertThat(sees(1, caseId)).isFalse();
        assertThat(opinions.given(caseId)).isEqualTo(given - 1);
        appoint(caseId, expert(2));
        assertThat(panels.signers(caseId)).contains(expert(2)).doesNotContain(expert(1));
    }

    /** After its first lead had to go. */
    private CaseId ledByAnExpert() {
        var caseId = story.withOpinions();
        replacements.dropOut(caseId, "lead.epicare", Actor.of("coordinator.epicare"));
        appoint(caseId, expert(1));
        return caseId;
    }

    private void appoint(CaseId caseId, String lead) {
        var panel = panels.of(caseId).orElseThrow();
        var next = JsonNodeFactory.instance.objectNode().put("newLead", lead);
        story.answer("appoint-lead", caseId, panel.id().toString(), next, "coordinator.epicare");
    }

    @Test
    void anOpinionIsRevisedByItsExpertOnlyAndStaysSealed() {
        var caseId = story.withOpinions();
        var revised = JsonNodeFactory.instance.objectNode().put("assessment", "After the MRI: multifocal.");
        opinions.revise(caseId, revised, access.person(expert(1)).orElseThrow());

        var own = opinions.of(caseId).getFirst();
        assertThat(own.version()).isEqualTo(2);
        assertThat(own.content().path("assessment").asText()).contains("multifocal");
        assertThat(opinions.versions(story.invitation(caseId, 1))).hasSize(2);
        assertThatThrownBy(() -> opinions.revise(
                        caseId, revised, access.person(expert(4)).orElseThrow()))
                .isInstanceOf(NotInvited.class);
        assertThat(jdbc.sql("SELECT content FROM panel_opinion")
                        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .list())
                .noneMatch(it -> it.contains("multifocal"));
    }

    @Test
    void aConflictFoundLateExcludesTheOpinionAndAsksTheNextExpert() {
        var caseId = story.withOpinions();
        invitations.release(caseId, story.invitation(caseId, 4).id(), true, job());

        panels.conflictFound(caseId, expert(2), Actor.of("coordinator.epicare"));
        panels.conflictFound(caseId, expert(2), Actor.of("coordinator.epicare"));

        assertThat(opinions.given(caseId)).isEqualTo(2);
        assertThat(sees(2, caseId)).isFalse();
        assertThat(panels.invitations(caseId)).hasSize(5).last().matches(it -> it.sentAt() != null);
    }

    @Test
    void aConflictFoundInTheOnlyLeadLeavesTheNetworksExpertsToLeadTheNextPanel() {
        var caseId = story.withOpinions();

        panels.conflictFound(caseId, "lead.epicare", Actor.of("coordinator.epicare"));
        panels.conflictFound(caseId, "lead.epicare", Actor.of("coordinator.epicare"));

        assertThat(panels.hasConflict(caseId, "lead.epicare")).isTrue();
        assertThat(panels.members(caseId)).contains(expert(1)).doesNotContain("lead.epicare");
        var next = story.shown("convene-panel", caseId, null, "coordinator.epicare");
        assertThat(next.path("leads").findValuesAsText("value"))
                .contains(expert(1), expert(7))
                .doesNotContain("lead.epicare");
    }

    @Test
    void theHomeClinicianIsShownWhatTheLeadAskedFor() {
        var caseId = story.withOpinions();
        var ask =
                JsonNodeFactory.instance.objectNode().put("leadDecision", "ask").put("askNote", "Before Monday.");
        ask.withArray("askItems").addObject().put("item", "Sleep EEG");
        story.answer("lead-discussion", caseId, null, ask, "lead.epicare");
        assessments.open(caseId, job());

        var request = assessments.request(caseId, job()).requestId();

        var shown = story.shown("supply-information", caseId, request, "clinician.fi");
        assertThat(shown.at("/items/0/item").asText()).isEqualTo("Sleep EEG");
        verify(outbox).publish(eq(caseId), eq("information-requested"), eq(request), any());
        assessments.resume(caseId, job());
    }

    @Test
    void thePanelDiscussesAmongItselfAndKeepsEveryWording() {
        var caseId = story.withOpinions();
        var first = access.person(expert(1)).orElseThrow();
        var question = discussion.write(caseId, "Which dose?", null, first);
        discussion.write(
                caseId, "Five.", question, access.person("lead.epicare").orElseThrow());
        discussion.revise(caseId, question, "Which dose per day?", first);

        assertThat(discussion.of(caseId))
                .extracting(Discussion.Message::text, Discussion.Message::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Which dose per day?", 2),
                        org.assertj.core.groups.Tuple.tuple("Five.", 1));
        assertThat(discussion.of(caseId).getLast().replyTo()).isEqualTo(question);
        assertThatThrownBy(() -> discussion.write(
                        caseId, "Hello", null, access.person("clinician.fi").orElseThrow()))
                .isInstanceOf(NotThePanel.class);
    }

    @Test
    void whenThePanelEndsItsInvitationsAreWithdrawnAndAccessEnds() {
        var caseId = story.convened(1, 2, 3);
        panels.end(caseId);
        panels.end(caseId);

        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.WITHDRAWN);
        assertThat(sees(1, caseId)).isFalse();
        verify(outbox, times(3)).publish(eq(caseId), eq("invitation-withdrawn"), anyString(), any());
    }

    private void release(CaseId caseId, int expert, String answer) {
        story.reply(caseId, expert, answer);
        invitations.release(caseId, story.invitation(caseId, expert).id(), true, job());
    }

    private boolean sees(int expert, CaseId caseId) {
        return access.may(access.person(expert(expert)).orElseThrow(), caseId, Right.KNOW);
    }
}
