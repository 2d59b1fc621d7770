package org.konsil.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures for programs. */
@Needs(Right.READ_INDICATORS)
@RestController
@Tag(name = "Overview", description = "Open, late and ageing work of a network or country.")
class OverviewApi {

    private final OverviewDesk desk;

    OverviewApi(OverviewDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/overview")
    @Operation(
            summary = "The figures of one network or country, of all its stages or of one",
            description =
                    "Coordinators ask for their networks, contact points for their country, auditors for any, or for all.")
    Figures show(
            @Parameter(example = "epicare") @RequestParam(required = false) @Nullable String network,
            @Parameter(example = "fi") @RequestParam(required = false) @Nullable String country,
            @Parameter(description = "only this stage", example = "triage") @RequestParam(required = false) @Nullable
                    String stage) {
        return desk.read(new OverviewDesk.Asked(network, country, stage), "overview-read", Locale.ENGLISH)
                .figures();
    }
}
