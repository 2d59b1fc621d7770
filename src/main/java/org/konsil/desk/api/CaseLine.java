package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;

/** A case in a list. */
record CaseLine(
        String caseId,
        @Schema(example = "HUS-2026-014") String pseudonym,
        @Schema(example = "fi") String country,
        @Schema(example = "hus") String provider,
        @Schema(example = "routine") String urgency,
        @Schema(example = "epicare") @Nullable String network,
        @Schema(example = "triage") String stage,
        @Schema(example = "TRIAGE") String state,
        @Schema(example = "ADVISED") @Nullable String closingReason,
        Instant registeredAt,
        @Nullable Instant closedAt) {

    static CaseLine of(CaseSummary about) {
        return new CaseLine(
                about.caseId().toString(),
                about.pseudonym(),
                about.country().code(),
                about.provider(),
                about.urgency().code(),
                about.network() == null ? null : about.network().value(),
                stage(about),
                about.state().name(),
                about.closingReason() == null ? null : about.closingReason().name(),
                about.registeredAt(),
                about.closedAt());
    }

    static String stage(CaseSummary about) {
        return about.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
