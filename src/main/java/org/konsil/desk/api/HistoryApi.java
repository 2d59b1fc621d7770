package org.konsil.desk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.History;
import org.konsil.desk.dossier.HistoryLine;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Needs(Right.READ_HISTORY)
@RestController
@RequestMapping("/api/v1/cases/{caseId}/history")
@Tag(name = "Cases")
class HistoryApi {

    /** An entry of the history. {@code text} says it in words; {@code hash} is null for the second until it is chained. */
    record Line(
            long seq,
            Instant at,
            String actor,
            String action,
            String text,
            @Nullable String object,
            @Nullable String element,
            String outcome,
            @Nullable String reason,
            Map<String, String> details,
            @Nullable String hash) {

        static Line of(HistoryLine line) {
            var recorded = line.recorded();
            var entry = recorded.entry();
            return new Line(
                    recorded.seq(),
                    recorded.at(),
                    entry.actor().userId(),
                    entry.action(),
                    line.about() == null ? line.what() : line.what() + " (" + line.about() + ")",
                    entry.object(),
                    entry.element(),
                    line.outcome(),
                    entry.reason(),
                    entry.details(),
                    recorded.hash());
        }
    }

    /** The entries, oldest first. */
    record Told(List<Line> items) {}

    private final Dossiers dossiers;
    private final History history;

    HistoryApi(Dossiers dossiers, History history) {
        this.dossiers = dossiers;
        this.history = history;
    }

    @GetMapping
    @Operation(
            summary = "What happened to a case, oldest first",
            description =
                    "Every action, refusal and reading, who did it and when. Nothing clinical stands here, so auditors"
                            + " may read it too. That you read it is an entry of its own.")
    Told of(@PathVariable CaseId caseId, Locale reader) {
        var opened = dossiers.open(caseId);
        return new Told(
                history.of(opened.caseId(), reader).stream().map(Line::of).toList());
    }
}
