package org.konsil.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseLinks;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.panel.PanelStory;
import org.konsil.referral.Referrals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Another program tells the process, by the message {@code duplicate-found} with {@code otherCase}, that a case is a duplicate. */
@HouseTest
@Import(PanelStory.class)
class DuplicateMessageTests {

    @Autowired
    PanelStory story;

    @Autowired
    Referrals referrals;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLinks links;

    @Autowired
    Audit audit;

    @Test
    void aDuplicateThatTheProcessTellsOfIsLinkedWithTheOther() {
        var one = story.withOpinions();
        var other = story.atEpicare();
        var job = PanelStory.job();

        referrals.endCare(one, job, "DUPLICATE", other.toString());
        referrals.endCare(one, job, "DUPLICATE", other.toString());

        assertThat(cases.summary(one).closingReason()).isEqualTo(ClosingReason.DUPLICATE);
        assertThat(cases.summary(other).state()).isNotEqualTo(CaseState.CLOSED);
        assertThat(links.of(one)).hasSize(1).first().matches(CaseLinks.Link::isMerged);
        assertThat(links.of(other)).isEqualTo(links.of(one));
        assertThat(merged(one)).isOne();
        assertThat(merged(other)).isOne();
    }

    @Test
    void aDuplicateOfNothingIsNotClosed() {
        var one = story.atEpicare();
        var nobody = "5f0c2a34-8f11-4c55-9b6d-00000000dead";

        assertThatThrownBy(() -> referrals.endCare(one, PanelStory.job(), "DUPLICATE", nobody))
                .isInstanceOf(UnknownCase.class);

        assertThat(cases.summary(one).closingReason()).isNull();
    }

    private long merged(CaseId caseId) {
        return audit.history(caseId).stream()
                .filter(it -> it.entry().action().equals("case-merged"))
                .count();
    }
}
