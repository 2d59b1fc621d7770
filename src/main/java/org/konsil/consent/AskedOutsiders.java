package org.konsil.consent;

import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Stage;
import org.konsil.process.WorkOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a case to those of the patient's own country whom the process asks for work, as far as the patient agreed. */
@Component
class AskedOutsiders {

    private final Sharing sharing;
    private final Grants grants;
    private final Audit audit;

    AskedOutsiders(Sharing sharing, Grants grants, Audit audit) {
        this.sharing = sharing;
        this.grants = grants;
        this.audit = audit;
    }

    @EventListener
    void on(WorkOffered offered) {
        offered.candidates().stream()
                .filter(name -> name.contains(":"))
                .map(Group::of)
                .forEach(group -> open(offered.caseId(), group, offered.stage()));
    }

    private void open(CaseId caseId, Group group, Stage stage) {
        try {
            switch (group.role()) {
                case "funding" -> abroad(caseId, group);
                case "centre", "contact" -> {
                    if (stage == Stage.ABROAD) {
                        abroad(caseId, group);
                    } else {
                        care(caseId, group);
                    }
                }
                default -> {
                    // the home provider has its case, and the network and its experts are let in by their own stages
                }
            }
        } catch (NotAgreed notAgreed) {
            audit.record(Entry.refused(Actor.SYSTEM, "case-shared", caseId, notAgreed.code())
                    .with("to", group));
        }
    }

    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    private void care(CaseId caseId, Group group) {
        grants.share(sharing.requireCare(caseId, Recipient.domestic()), group, As.DOMESTIC);
    }

    @Shares(Scope.TREATMENT_ABROAD)
    private void abroad(CaseId caseId, Group group) {
        grants.share(sharing.require(caseId, Scope.TREATMENT_ABROAD, Recipient.domestic()), group, As.FUNDING);
    }
}
