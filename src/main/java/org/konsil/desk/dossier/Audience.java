package org.konsil.desk.dossier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Right;

/** Which filled-in forms are for whom. Opinions and outcome have pages of their own. */
final class Audience {

    private static final Map<Right, List<String>> FORMS = Map.of(
            Right.READ_CLINICAL,
            List.of(
                    "domestic-opinion",
                    "national-meeting",
                    "complete-evidence",
                    "exhaustion-waiver",
                    "approve-waiver",
                    "confirm-network",
                    "triage",
                    "supply-information"),
            Right.READ_ADVICE,
            List.of("adverse-events"),
            Right.READ_IDENTITY,
            List.of("record-consent", "withdrawal"),
            Right.READ_FUNDING,
            List.of(
                    "documented-benefit",
                    "four-conditions",
                    "receiving-hospital",
                    "specialist-statement",
                    "region-statement",
                    "insured-care",
                    "necessity-abroad",
                    "abroad-application",
                    "funding-decision",
                    "appeal"),
            Right.READ_AFTERCARE,
            List.of(
                    "confirm-receipt",
                    "review-advice",
                    "inform-patient",
                    "travel",
                    "return-summary",
                    "recall-application",
                    "follow-up-report",
                    "report-death",
                    "change-urgency",
                    "confirm-death"));

    private Audience() {}

    static List<String> forms(Set<Right> rights) {
        return FORMS.entrySet().stream()
                .filter(forms -> rights.contains(forms.getKey()))
                .flatMap(forms -> forms.getValue().stream())
                .toList();
    }
}
