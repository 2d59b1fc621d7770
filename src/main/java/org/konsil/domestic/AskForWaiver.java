package org.konsil.domestic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Group;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.stereotype.Component;

/** The form {@code exhaustion-waiver}: the national contact point is asked, and may see the case for that. */
@Component
class AskForWaiver implements HumanStep {

    private final DomesticRows rows;
    private final CaseFiles cases;
    private final Sharing sharing;
    private final Grants grants;
    private final Audit audit;
    private final Clock clock;

    AskForWaiver(DomesticRows rows, CaseFiles cases, Sharing sharing, Grants grants, Audit audit, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.sharing = sharing;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("exhaustion-waiver");
    }

    @Override
    @Shares({Scope.REFERRAL, Scope.RECORD_SHARING, Scope.PANEL_CARE})
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var ground = answers.path("waiverGround").asText();
        rows.add(Waiver.ask(task.caseId(), ground, by, clock.instant()));
        var contact =
                new Group("contact", cases.summary(task.caseId()).country().code());
        grants.share(sharing.requireCare(task.caseId(), Recipient.domestic()), contact, Grants.As.DOMESTIC);
        audit.record(Entry.done(by, "waiver-asked", task.caseId()).with("ground", ground));
        return Map.of();
    }
}
