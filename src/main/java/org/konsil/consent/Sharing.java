package org.konsil.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Agreed;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one face that is asked at the moment of every sharing: by whoever lets somebody in, hands something over or exports it.
 * What it answers is needed to grant anything, so that it cannot be forgotten.
 */
@Service
public class Sharing {

    record Answer(CaseId caseId, @Nullable Instant until) implements Agreed {}

    private final ConsentRows rows;
    private final Clock clock;

    Sharing(ConsentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws NotAgreed unless referral, record sharing and care all hold now for this recipient */
    @Transactional(readOnly = true)
    public Agreed requireCare(CaseId caseId, Recipient recipient) {
        return require(caseId, Scope.CARE, recipient);
    }

    /** @throws NotAgreed naming the scope that is missing, unless it holds now for this recipient */
    @Transactional(readOnly = true)
    public Agreed require(CaseId caseId, Scope scope, Recipient recipient) {
        return require(caseId, Set.of(scope), recipient);
    }

    private Agreed require(CaseId caseId, Set<Scope> scopes, Recipient recipient) {
        var consent = rows.latest(caseId);
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var missing = scopes.stream()
                .sorted()
                .filter(scope -> consent.filter(it -> it.holds(scope, today)).isEmpty())
                .toList();
        if (consent.isEmpty() || !missing.isEmpty()) {
            throw NotAgreed.to(caseId, missing);
        }
        if (!consent.get().recipients().include(recipient)) {
            throw NotAgreed.with(caseId, recipient);
        }
        return new Answer(caseId, consent.get().document().end());
    }
}
