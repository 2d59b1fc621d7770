package org.konsil.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konsil.panel.PanelStory.expert;
import static org.konsil.panel.PanelStory.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.absences.AwayStory;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Experts go on leave, and panels know it. The panels of the story want opinions by 1 January 2035. */
@HouseTest
@Import({PanelStory.class, AwayStory.class})
class ExpertsAwayTests {

    @Autowired
    PanelStory story;

    @Autowired
    AwayStory absences;

    @Autowired
    Replacements replacements;

    @Autowired
    InvitationRows invitations;

    @Autowired
    Availability availability;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Panels panels;

    @Autowired
    PanelRows panelRows;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        absences.everybodyIsBack();
    }

    @Test
    void whoIsAwayIsNotProposedAndTheFormSaysUntilWhen() {
        var caseId = story.atEpicare();
        assertThat(proposed(caseId)).contains(expert(6));

        away(6, today().minusDays(3), today().plusDays(20), expert(7));

        assertThat(proposed(caseId)).doesNotContain(expert(6));
        assertThat(story.shown("convene-panel", caseId, null, "coordinator.epicare")
                        .path("away")
                        .asText())
                .contains("is away until " + today().plusDays(20), "(deputy: ");
    }

    @Test
    void whoIsAwayForAPartOfTheTimeIsProposedLaterAndTheChoiceSaysWhen() {
        var caseId = story.atEpicare();
        var first = proposed(caseId).getFirst();

        absences.away(first, today().plusDays(1), today().plusDays(5), null);

        var options = story.shown("convene-panel", caseId, null, "coordinator.epicare")
                .path("expertOptions");
        var label = StreamSupport.stream(options.spliterator(), false)
                .filter(option -> option.path("value").asText().equals(first))
                .findFirst()
                .orElseThrow()
                .path("label")
                .asText();
        assertThat(label).contains("away " + today().plusDays(1) + " to " + today().plusDays(5));
    }

    @Test
    void whoIsAwayUntilAfterTheDayOnWhichOpinionsAreWantedIsNotAskedEvenIfChosen() {
        away(6, today(), today().plusDays(600), null);
        var caseId = story.atEpicare();
        var answers = JsonNodeFactory.instance
                .objectNode()
                .put("lead", "lead.epicare")
                .put("opinionDue", today().plusDays(10).toString());
        answers.putArray("experts").add(expert(4)).add(expert(5)).add(expert(6));

        assertThatThrownBy(() -> story.answer("convene-panel", caseId, null, answers, "coordinator.epicare"))
                .isInstanceOf(ExpertAway.class);
    }

    @Test
    void anInvitedExpertWhoGoesOnLeaveUntilAfterThatDayMakesPlaceForTheDeputy() {
        var caseId = story.convened(1, 2, 3, 4);
        panelRows.due(panels.of(caseId).orElseThrow().id(), today().plusDays(7));
        story.accept(caseId, 1);
        var deputy = expert(7);

        var replacedOn = absences.away(expert(2), today().minusDays(1), today().plusDays(8), deputy);
        away(1, today().plusDays(3), today().plusDays(30), null);

        assertThat(replacedOn).isPositive();
        assertThat(story.invitation(caseId, 2).state()).isEqualTo(Invitation.State.UNAVAILABLE);
        assertThat(access.may(person(expert(2)), caseId, Right.READ_CLINICAL)).isFalse();
        // away for a part only: three days are left, in which an opinion can be given
        assertThat(story.invitation(caseId, 1).state()).isEqualTo(Invitation.State.ACCEPTED);

        replacements.replace(caseId, story.invitation(caseId, 2).id(), job());

        assertThat(panels.invitations(caseId))
                .filteredOn(Invitation::isOpen)
                .extracting(Invitation::expert)
                .contains(deputy);
    }

    @Test
    void anOpinionThatComesWhileTheAbsenceWaitsForTheCaseStays() {
        var caseId = story.convened(1, 2, 3, 4);
        panelRows.due(panels.of(caseId).orElseThrow().id(), today().plusDays(7));
        story.accept(caseId, 3);
        var otherPanels = new ArrayList<CaseId>();
        var absent = new AbsentExperts(
                held -> {
                    if (held.equals(caseId)) {
                        story.opinion(caseId, 3, "Focal, may be operated on.");
                    } else {
                        otherPanels.add(held);
                    }
                },
                invitations,
                panelRows,
                availability,
                replacements);
        absences.awayOnPaper(expert(3), today(), today().plusDays(8));

        var replacedOn = transaction.execute(begun -> absent.makePlace(expert(3), person(expert(3))));

        assertThat(replacedOn).isEqualTo(otherPanels.size());
        assertThat(story.invitation(caseId, 3).hasOpinion()).isTrue();
    }

    private void away(int number, LocalDate from, LocalDate until, @Nullable String deputy) {
        absences.away(expert(number), from, until, deputy);
    }

    private List<String> proposed(CaseId caseId) {
        var options = story.shown("convene-panel", caseId, null, "coordinator.epicare")
                .path("expertOptions");
        return StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
    }

    private Person person(String user) {
        return access.person(user).orElseThrow();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
