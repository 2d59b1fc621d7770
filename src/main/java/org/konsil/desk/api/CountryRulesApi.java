package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.packs.CountryPacks;
import org.konsil.packs.PackRefused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By the rules of which day a case goes, and moving it to newer ones. */
@Needs(Right.REPORT)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/rules")
@Tag(name = "Cases")
class CountryRulesApi {

    /** @param rulesOf the day whose rules hold */
    record RulesOf(@NotNull LocalDate rulesOf) {}

    private final Dossiers dossiers;
    private final CountryPacks packs;

    CountryRulesApi(Dossiers dossiers, CountryPacks packs) {
        this.dossiers = dossiers;
        this.packs = packs;
    }

    @GetMapping
    @Operation(summary = "By the rules of which day the case goes: that of its registration, unless it was moved since")
    RulesOf of(@PathVariable CaseId caseId) {
        dossiers.open(caseId);
        return new RulesOf(packs.day(caseId));
    }

    @PostMapping
    @Operation(summary = "Move a case under way to the rules of its country of a later day", description = """
                    They hold from its next stage on; the stage in which it is ends by the rules with which it began. For home clinicians. \
                    409: not possible.""")
    RulesOf move(@PathVariable CaseId caseId, @Valid @RequestBody RulesOf to) {
        var opened = dossiers.open(caseId);
        if (!opened.reader().isIn(new Group("clinician", opened.about().provider()))) {
            throw PackRefused.notYours();
        }
        packs.move(caseId, to.rulesOf(), opened.reader().actor());
        return new RulesOf(packs.day(caseId));
    }
}
