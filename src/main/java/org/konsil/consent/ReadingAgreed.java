package org.konsil.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.konsil.access.Agreement;
import org.konsil.access.Relation;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Asked at every reading from outside the home provider: does what the patient signed still cover this reader? */
@Component
class ReadingAgreed implements Agreement {

    private static final Set<String> OF_A_NETWORK = Set.of("dispatcher", "coordinator", "lead", "expert");

    private final ConsentRows rows;
    private final Directory directory;
    private final CaseFiles cases;
    private final Clock clock;

    ReadingAgreed(ConsentRows rows, Directory directory, CaseFiles cases, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public boolean covers(CaseId caseId, Relation relation, String holder) {
        return rows.latest(caseId)
                .filter(consent -> covers(consent, relation, holder))
                .isPresent();
    }

    private boolean covers(Consent consent, Relation relation, String holder) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return relation == Relation.FUNDING_BODY
                ? consent.holds(Scope.TREATMENT_ABROAD, today)
                : Scope.CARE.stream().allMatch(scope -> consent.holds(scope, today))
                        && recipient(consent.caseId(), relation, holder)
                                .filter(it -> !consent.recipients().include(it))
                                .isEmpty();
    }

    /** Whom the document has to name; empty for those of the patient's own country, who need not be named. */
    private Optional<Recipient> recipient(CaseId caseId, Relation relation, String holder) {
        if (relation == Relation.PANEL_LEAD) {
            return Optional.ofNullable(cases.summary(caseId).network()).map(Recipient::network);
        }
        if (!holder.contains(":")) {
            return directory.expert(holder).map(expert -> {
                var network = expert.network();
                return network == null
                        ? Recipient.guest(expert.userId(), expert.country())
                        : Recipient.network(network);
            });
        }
        var group = Group.of(holder);
        return OF_A_NETWORK.contains(group.role())
                ? Optional.of(Recipient.network(NetworkId.of(group.scope())))
                : Optional.empty();
    }
}
