package org.konsil.boards;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Urgency;
import org.konsil.panel.PanelAtWork;
import org.konsil.panel.Panels;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cases of a network can be spoken about, and what each still lacks: documents, opinions, a lead. */
@Component
class Preparation {

    /**
     * A case that is being discussed.
     *
     * @param since when its panel was convened
     */
    record Ready(CaseSummary about, Instant since, int documents, int opinions, int quorum, boolean hasLead) {

        public boolean hasDocuments() {
            return documents > 0;
        }

        public boolean hasOpinions() {
            return opinions >= quorum;
        }

        /** Nothing is lacking. */
        boolean isComplete() {
            return hasDocuments() && hasOpinions() && hasLead;
        }
    }

    private final Panels panels;
    private final CaseFiles cases;
    private final Attachments attachments;

    Preparation(Panels panels, CaseFiles cases, Attachments attachments) {
        this.panels = panels;
        this.cases = cases;
        this.attachments = attachments;
    }

    /** Urgent ones first, then those that wait longest. A case that waits for information is not among them. */
    @Transactional(readOnly = true)
    List<Ready> of(NetworkId network) {
        return panels.atWork(network).stream()
                .map(this::ready)
                .filter(one -> one.about().state() == CaseState.ASSESSING)
                .sorted(Comparator.comparing((Ready one) -> one.about().urgency() == Urgency.URGENT ? 0 : 1)
                        .thenComparing(Ready::since))
                .toList();
    }

    /** Empty where its panel is not at work any more. */
    @Transactional(readOnly = true)
    Optional<Ready> of(NetworkId network, CaseId caseId) {
        return panels.atWork(network).stream()
                .filter(one -> one.caseId().equals(caseId))
                .findFirst()
                .map(this::ready);
    }

    private Ready ready(PanelAtWork panel) {
        return new Ready(
                cases.summary(panel.caseId()),
                panel.since(),
                attachments.of(panel.caseId(), Controller.HOME).size(),
                panel.opinions(),
                panel.quorum(),
                panel.hasLead());
    }
}
