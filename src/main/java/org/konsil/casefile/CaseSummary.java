package org.konsil.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;

/** What a list may show of a case: no identity, no clinical content. */
public record CaseSummary(
        CaseId caseId,
        String pseudonym,
        Country country,
        String provider,
        Urgency urgency,
        Stage stage,
        CaseState state,
        @Nullable NetworkId network,
        @Nullable ClosingReason closingReason,
        Instant registeredAt,
        @Nullable Instant closedAt) {}
