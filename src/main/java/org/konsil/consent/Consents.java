package org.konsil.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consents of all cases. Whoever is about to share something asks here, at that moment. */
@Service
public class Consents {

    private final ConsentRows rows;
    private final SealedNames names;
    private final Grants grants;
    private final Outsiders outsiders;
    private final ConsentTerms terms;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(
            ConsentRows rows,
            SealedNames names,
            Grants grants,
            Outsiders outsiders,
            ConsentTerms terms,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.names = names;
        this.grants = grants;
        this.outsiders = outsiders;
        this.terms = terms;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The newest version; empty if none was recorded yet. */
    @Transactional(readOnly = true)
    public Optional<Consent> of(CaseId caseId) {
        return rows.latest(caseId);
    }

    /** Every version that was recorded, oldest first. */
    @Transactional(readOnly = true)
    public List<Consent> versions(CaseId caseId) {
        return rows.all(caseId);
    }

    /** Who signed. Personal: for the home provider only, and the reading is the caller's to audit. */
    @Transactional(readOnly = true)
    public List<Signatory> signatories(CaseId caseId) {
        return rows.latest(caseId)
                .map(consent -> names.open(caseId, rows.sealed(consent.id())))
                .orElse(List.of());
    }

    /**
     * Who signed the newest version that was given, even if it has ended or another was declined since: they speak for the patient, and what
     * the hospital says to its own patient needs no consent. Personal, as {@link #signatories} is.
     */
    @Transactional(readOnly = true)
    public List<Signatory> lastSignatories(CaseId caseId) {
        return rows.lastGiven(caseId)
                .map(consent -> names.open(caseId, rows.sealed(consent)))
                .orElse(List.of());
    }

    /** Whether the scope holds today, whoever receives: for exports and letters. */
    @Transactional(readOnly = true)
    public boolean holds(CaseId caseId, Scope scope) {
        return rows.latest(caseId).filter(it -> it.holds(scope, today())).isPresent();
    }

    /** Whether the scope holds today and covers this recipient. */
    @Transactional(readOnly = true)
    public boolean holds(CaseId caseId, Scope scope, Recipient recipient) {
        return rows.latest(caseId)
                .filter(it -> it.holds(scope, today()) && it.recipients().include(recipient))
                .isPresent();
    }

    /** Whether referral, record sharing and care all hold today for this recipient: without them nothing is shared. */
    @Transactional(readOnly = true)
    public boolean careHolds(CaseId caseId, Recipient recipient) {
        return Scope.CARE.stream().allMatch(scope -> holds(caseId, scope, recipient));
    }

    /**
     * Ends a scope, as easily as it was given (GDPR Art. 7(3)). Without a care scope nobody outside the home provider
     * sees the case from this moment on. Saying it twice changes nothing; before a consent was recorded it is a refusal to
     * give one.
     */
    @Transactional
    public void withdraw(CaseId caseId, Scope scope, Actor by) {
        var recorded = rows.latest(caseId);
        if (recorded.isPresent() && rows.withdraw(recorded.get().id(), scope, by, clock.instant()) == 0) {
            return;
        }
        if (scope.isCare()) {
            grants.revokeAll(caseId, Grants.As.PANEL);
            grants.revokeAll(caseId, Grants.As.NETWORK);
            grants.revokeAll(caseId, Grants.As.DOMESTIC);
        } else if (scope == Scope.TREATMENT_ABROAD) {
            grants.revokeAll(caseId, Grants.As.FUNDING);
        }
        audit.record(Entry.done(by, "consent-withdrawn", caseId).with("scope", scope.code()));
        events.publishEvent(new ScopeWithdrawn(caseId, scope, by));
    }

    /** Keeps what the form {@code record-consent} says as the next version. Whom it does not cover any more loses the case at once. */
    @Transactional
    public void record(CaseId caseId, JsonNode answers, Actor by) {
        record(caseId, answers, by, Asked.BY_NOBODY);
    }

    void record(CaseId caseId, JsonNode answers, Actor by, Asked asked) {
        var version = rows.latest(caseId).map(Consent::version).orElse(0) + 1;
        var consent = ConsentForm.read(caseId, version, answers, by, clock.instant());
        var before = rows.latest(caseId);
        rows.add(consent, names.seal(caseId, answers));
        var endedBefore = before.map(it -> it.document().end()).orElse(null);
        outsiders.follow(consent, endedBefore);
        terms.follow(consent, endedBefore, asked);
        var entry = Entry.done(by, consent.given() ? "consent-recorded" : "consent-declined", caseId);
        audit.record(entry.on("consent:" + consent.id()).with("number", version));
    }

    /**
     * The consent has ended and nobody renewed it: what it allowed ends, as a withdrawal of its scopes ends it.
     *
     * @return whether it was so; false if it was renewed meanwhile
     */
    @Transactional
    public boolean lapse(CaseId caseId) {
        var consent = rows.latest(caseId);
        if (consent.filter(it -> it.given() && it.document().holdsOn(today())).isPresent()) {
            return false;
        }
        grants.revokeAll(caseId, Grants.As.WAITING);
        audit.record(Entry.done(Actor.SYSTEM, "consent-lapsed", caseId));
        for (var scope : Scope.values()) {
            events.publishEvent(new ScopeWithdrawn(caseId, scope, Actor.SYSTEM));
        }
        return true;
    }

    /** The patient did not want the consent to go further; what was agreed to before stands. */
    @Transactional
    void keepAsItIs(CaseId caseId, Actor by) {
        audit.record(Entry.done(by, "consent-not-extended", caseId));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
