package org.konsil.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.NotAgreed;
import org.konsil.consent.Recipient;
import org.konsil.consent.Scope;
import org.konsil.consent.ScopeWithdrawn;
import org.konsil.consent.Shares;
import org.konsil.consent.Sharing;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.kernel.NetworkId;
import org.konsil.process.JobLedger;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands data of closed cases over while the patient agrees to it, and stops when they do not any more. */
@Service
public class RegistryExports {

    private final ExportRows rows;
    private final CommonElements elements;
    private final ResearchRow research;
    private final CaseFiles cases;
    private final Sharing sharing;
    private final Vault vault;
    private final JobLedger jobs;
    private final Audit audit;
    private final Clock clock;

    RegistryExports(
            ExportRows rows,
            CommonElements elements,
            ResearchRow research,
            CaseFiles cases,
            Sharing sharing,
            Vault vault,
            JobLedger jobs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.elements = elements;
        this.research = research;
        this.cases = cases;
        this.sharing = sharing;
        this.vault = vault;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the record for the network that had the case last; nothing where no network had it, or where it was erased.
     *
     * @param purpose registry or research
     * @param birth how much of the date of birth goes to a registry: day, month or year
     * @throws NotAgreed unless the purpose's scope holds for this network at this moment
     */
    @Transactional
    @Shares({Scope.REGISTRY, Scope.RESEARCH_CONTACT})
    public void export(CaseId caseId, JobId job, String purpose, String birth) {
        jobs.once(caseId, job, Boolean.class, () -> {
            var network = cases.summary(caseId).network();
            if (network == null || isErased(caseId)) {
                return false;
            }
            var what = Purpose.of(purpose);
            sharing.require(caseId, what.scope(), Recipient.network(network));
            rows.keep(
                    caseId,
                    what,
                    network,
                    what == Purpose.REGISTRY ? elements.of(caseId, birth) : research.of(caseId),
                    clock.instant());
            audit.record(Entry.done(Actor.SYSTEM, "registry-exported", caseId)
                    .with("purpose", what.code())
                    .with("network", network));
            return true;
        });
    }

    /** Of what one controller has erased nothing goes out, whoever else still holds the case. */
    private boolean isErased(CaseId caseId) {
        return Stream.of(Controller.values()).anyMatch(controller -> vault.isDestroyed(caseId, controller));
    }

    /** What was handed over of one case. {@code stoppedAt}: when the patient took the consent back, from when on nothing of the content is left. */
    public record HandedOver(
            String purpose,
            String network,
            Instant exportedAt,
            @Nullable Instant stoppedAt,
            @Nullable JsonNode content) {}

    /** What was handed over of a case, for the patient's copy. @throws ContentErased if the network's copy was erased */
    @Transactional(readOnly = true)
    public List<HandedOver> ofCase(CaseId caseId) {
        return rows.ofCase(caseId);
    }

    /** The records of a network whose patients agree to it now; what was erased is not among them. */
    @Transactional(readOnly = true)
    @Shares({Scope.REGISTRY, Scope.RESEARCH_CONTACT})
    List<JsonNode> of(NetworkId network, Purpose purpose) {
        var records = new ArrayList<JsonNode>();
        for (var kept : rows.of(network, purpose)) {
            try {
                sharing.require(kept.caseId(), purpose.scope(), Recipient.network(network));
                records.add(rows.open(kept, purpose));
            } catch (NotAgreed | ContentErased e) {
                // expired or narrowed meanwhile, or erased: not handed over
            }
        }
        return records;
    }

    /** Taking a consent back ends the export at once, and what it had said. */
    @EventListener
    void on(ScopeWithdrawn event) {
        for (var purpose : Purpose.values()) {
            if (purpose.scope() == event.scope() && rows.stop(event.caseId(), purpose, clock.instant())) {
                audit.record(Entry.done(event.by(), "registry-export-stopped", event.caseId())
                        .with("purpose", purpose.code()));
            }
        }
    }
}
