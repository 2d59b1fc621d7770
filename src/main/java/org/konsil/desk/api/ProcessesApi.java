package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.process.CaseProcess;
import org.konsil.process.ProcessView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.KNOW)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/processes")
@Tag(name = "Cases")
class ProcessesApi {

    /** One process instance of a case. Keys are text, as in Camunda's own API, because JavaScript rounds long numbers. */
    record Path(
            @Schema(example = "2251799813685249") String key,
            @Schema(example = "referral") String processId,
            String name,
            int version,
            @Nullable String parentKey,
            @Schema(example = "ACTIVE") String state,
            boolean hasIncident,
            Instant startedAt,
            @Nullable Instant endedAt,

            @Schema(description = "ids of the BPMN elements where it stands")
            Set<String> activeElements,

            @Schema(description = "ids of those that it has passed")
            Set<String> completedElements) {

        static Path of(CaseProcess process) {
            var parent = process.parentKey();
            return new Path(
                    Long.toString(process.key()),
                    process.processId(),
                    process.name(),
                    process.version(),
                    parent == null ? null : parent.toString(),
                    process.state(),
                    process.hasIncident(),
                    process.startedAt(),
                    process.endedAt(),
                    process.activeElements(),
                    process.completedElements());
        }
    }

    /** In the order in which they began. */
    record Paths(List<Path> items) {}

    private final Dossiers dossiers;
    private final ProcessView view;

    ProcessesApi(Dossiers dossiers, ProcessView view) {
        this.dossiers = dossiers;
        this.view = view;
    }

    @GetMapping
    @Operation(
            summary = "Where a case stands in its processes",
            description =
                    "The process instances that work, or have worked, on a case, with the elements of the drawing where each"
                            + " stands. Empty while the engine does not answer.")
    Paths of(@PathVariable CaseId caseId) {
        dossiers.open(caseId);
        return new Paths(view.of(caseId).stream().map(Path::of).toList());
    }
}
