package org.konsil.rights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.Pending;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.konsil.worklist.Recall;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases a controller's copy by destroying its key, and certifies it (GDPR Art. 17). */
@Component
class Erasures {

    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Controllers controllers;
    private final Holds holds;
    private final RetentionRule rule;
    private final RetentionRows retention;
    private final Certificates certificates;
    private final CopiesLeft copies;
    private final PartRows parts;
    private final AfterErasure after;
    private final Grants grants;
    private final Recall recall;
    private final Vault vault;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Erasures(
            CaseFiles cases,
            CaseRounds rounds,
            Controllers controllers,
            Holds holds,
            RetentionRule rule,
            RetentionRows retention,
            Certificates certificates,
            CopiesLeft copies,
            PartRows parts,
            AfterErasure after,
            Grants grants,
            Recall recall,
            Vault vault,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.controllers = controllers;
        this.holds = holds;
        this.rule = rule;
        this.retention = retention;
        this.certificates = certificates;
        this.copies = copies;
        this.parts = parts;
        this.after = after;
        this.grants = grants;
        this.recall = recall;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Whether the controller may erase its copy now.
     *
     * @param but the part that is being answered; other open ones have to be answered first, because their words go too
     * @throws RequestRefused with the reason: the case runs, a legal hold, a law that obliges to keep it
     */
    void require(CaseId caseId, Controller controller, UUID but) {
        var about = cases.summary(caseId);
        var isOver = controller == Controller.HOME
                ? about.state().isOver()
                : about.state().compareTo(CaseState.DELIVERED) >= 0;
        if (!isOver || rounds.pending(caseId).filter(Pending.NEW_ROUND::equals).isPresent()) {
            throw RequestRefused.caseRuns();
        }
        if (holds.holds(caseId, controller)) {
            throw RequestRefused.onHold();
        }
        var kept = rule.of(about, controller);
        var until = kept.obligedUntil(about.closedAt() == null ? clock.instant() : about.closedAt());
        if (clock.instant().isBefore(until)) {
            throw RequestRefused.obliged(until.atZone(ZoneOffset.UTC).toLocalDate(), kept.source());
        }
        var others = parts.of(caseId).stream()
                .anyMatch(part -> part.isOpen()
                        && part.controller() == controller
                        && !part.kind().erases()
                        && !part.id().equals(but));
        if (others) {
            throw RequestRefused.othersOpen();
        }
    }

    /** Destroys the key. Twice is once: the first certificate stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Part part) {
        var caseId = part.caseId();
        var controller = part.controller();
        if (certificates.of(caseId, controller).isEmpty()) {
            var about = cases.summary(caseId);
            var certificate = UUID.randomUUID();
            var now = clock.instant();
            certificates.issue(certificate, caseId, controller, now, content(certificate, about, part, now));
            audit.record(Entry.done(decider(part), "content-erased", caseId)
                    .on("certificate:" + certificate)
                    .with("controller", part.controllerCode())
                    .with("ground", ground(part)));
            endAccess(caseId, controller);
            retention.erased(caseId, controller);
            after.settle(caseId);
            if (controllers.concerned(about).isEmpty() && about.state().isOver()) {
                cases.erased(caseId, Actor.SYSTEM);
            }
        }
        // last, because nothing brings it back: if the transaction fails after this, the engine asks again
        vault.destroy(caseId, controller);
    }

    private void endAccess(CaseId caseId, Controller controller) {
        if (controller == Controller.NETWORK) {
            recall.fromNetwork(caseId, Actor.SYSTEM);
            List.of(Grants.As.PANEL, Grants.As.NETWORK).forEach(as -> grants.revokeAll(caseId, as));
        } else {
            List.of(Grants.As.DOMESTIC, Grants.As.FUNDING).forEach(as -> grants.revokeAll(caseId, as));
        }
    }

    private ObjectNode content(UUID certificate, CaseSummary about, Part part, Instant now) {
        var content = json.createObjectNode()
                .put("certificate", certificate.toString())
                .put("issuedAt", now.toString())
                .put("case", about.caseId().toString())
                .put("country", about.country().code())
                .put("controller", part.controllerCode())
                .put("controllerName", controllers.name(about, part.controller()))
                .put("request", part.requestId().toString())
                .put("decidedBy", decider(part).userId())
                .put(
                        "decidedAt",
                        part.decidedAt() == null
                                ? now.toString()
                                : part.decidedAt().toString())
                .put("legalGround", ground(part))
                .put("method", "AES-256-GCM key destroyed");
        var erased = content.putArray("erased");
        copies.erased(part.controller()).forEach(erased::add);
        content.set("copies", copies.left(about.caseId(), part.controller(), now));
        return content;
    }

    private static Actor decider(Part part) {
        return part.decidedBy() == null ? Actor.SYSTEM : Actor.of(part.decidedBy());
    }

    private static String ground(Part part) {
        return part.ground() == null ? "gdpr-17-1" : part.ground();
    }
}
