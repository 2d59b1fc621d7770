package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.konsil.casefile.CaseSummary;
import org.konsil.desk.dossier.Flags;

/** The answer to a registration. */
record CaseTaken(
        @Schema(example = "0f8fad5b-d9cb-469f-a165-70867728950e")
        String caseId,

        @Schema(description = "the same content, or the same Idempotency-Key, was registered before; this is that case")
        boolean duplicate,

        @Schema(example = "HUS-2026-014") String pseudonym,
        @Schema(example = "DRAFT") String state,

        @Schema(description = "what a person has to look at, for example death-needs-confirmation")
        List<String> flags,

        @Schema(
                description =
                        "codes that are well formed, but not in the terminology loaded here; they are kept as they are")
        List<String> unknownCodes) {

    static CaseTaken of(boolean again, CaseSummary about, Flags.Raised raised) {
        return new CaseTaken(
                about.caseId().toString(),
                again,
                about.pseudonym(),
                about.state().name(),
                raised.flags(),
                raised.unknownCodes());
    }
}
