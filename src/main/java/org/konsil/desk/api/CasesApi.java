package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.casefile.CaseList;
import org.konsil.desk.dossier.CaseFilter;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.KNOW)
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CasesApi {

    /** A page of cases. Give {@code next} as {@code after} to get the next one; it is left out on the last. */
    record Listed(
            List<CaseLine> items, long total, @Nullable String next) {}

    private final CaseList cases;
    private final Dossiers dossiers;
    private final CaseAnswers answers;
    private final Access access;

    CasesApi(CaseList cases, Dossiers dossiers, CaseAnswers answers, Access access) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.answers = answers;
        this.access = access;
    }

    @Needs(Right.LIST)
    @GetMapping
    @Operation(
            summary = "The cases that you may see, newest first",
            description = "Looking is an entry of the history.")
    Listed list(
            @Parameter(example = "TRIAGE") @RequestParam(required = false) @Nullable String state,
            @Parameter(example = "epicare") @RequestParam(required = false) @Nullable String network,
            @Parameter(example = "fi") @RequestParam(required = false) @Nullable String country,
            @Parameter(description = "the next of the page before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int size) {
        var filter = CaseFilter.of(state, network, country);
        var page = cases.find(filter, access.current(), after, CaseFilter.size(size));
        return new Listed(page.items().stream().map(CaseLine::of).toList(), page.total(), page.next());
    }

    @GetMapping("/{caseId}")
    @Operation(
            summary = "Where a case stands",
            description =
                    "State, stage, network, goals, open work and, once closed, why. 404 if there is no such case or none"
                            + " that you may know of. Reading is an entry of the history.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None, or none that you may know of", content = @Content)
    CaseNow one(@PathVariable CaseId caseId) {
        return answers.of(dossiers.open(caseId));
    }
}
