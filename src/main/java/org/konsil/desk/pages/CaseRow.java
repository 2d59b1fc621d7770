package org.konsil.desk.pages;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;

/** A case as lists show it, its codes in words. */
record CaseRow(
        String caseId,
        String pseudonym,
        String country,
        String provider,
        String urgency,
        String stage,
        String state,
        @Nullable String network,
        @Nullable String closingReason,
        Instant registeredAt,
        @Nullable Instant closedAt) {

    static CaseRow of(CaseSummary about, Names names, Locale reader) {
        return new CaseRow(
                about.caseId().toString(),
                about.pseudonym(),
                about.country().name(reader),
                names.provider(about.provider()),
                about.urgency().code(),
                about.stage().name(),
                about.state().name(),
                names.network(about.network()),
                about.closingReason() == null ? null : about.closingReason().name(),
                about.registeredAt(),
                about.closedAt());
    }
}
