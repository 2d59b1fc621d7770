package org.konsil.domestic;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.Stream;
import org.konsil.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's words what a country's rule may still miss. */
@Component
class MissingEvidence {

    private static final Map<String, String> GAPS = Map.of(
            "diagnostics", "unknown incomplete",
            "treatments", "unknown remaining",
            "guideline", "unknown no",
            "networkDiscussion", "none",
            "centreConsulted", "false",
            "trialsSearched", "false");

    private final EvidenceRows evidence;
    private final MessageSource words;

    MissingEvidence(EvidenceRows evidence, MessageSource words) {
        this.evidence = evidence;
        this.words = words;
    }

    String of(CaseId caseId) {
        var facts = evidence.of(caseId).facts();
        var reader = LocaleContextHolder.getLocale();
        return GAPS.entrySet().stream()
                .filter(gap ->
                        Stream.of(gap.getValue().split(" ")).anyMatch(String.valueOf(facts.get(gap.getKey()))::equals))
                .map(gap -> words.getMessage("domestic.missing." + gap.getKey(), null, reader))
                .sorted()
                .collect(joining(" "));
    }
}
