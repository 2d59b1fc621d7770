package org.konsil.desk.dossier;

import java.util.List;
import java.util.stream.Stream;

/** Which filled-in forms are for whom. Consent names people: it is the home provider's alone. Opinions and outcome have pages of their own. */
final class Audience {

    private static final List<String> EVERYBODY = List.of(
            "domestic-opinion",
            "national-meeting",
            "complete-evidence",
            "exhaustion-waiver",
            "approve-waiver",
            "confirm-network",
            "triage",
            "supply-information");

    private static final List<String> HOME = List.of(
            "record-consent",
            "confirm-receipt",
            "review-advice",
            "inform-patient",
            "abroad-application",
            "funding-decision",
            "appeal",
            "return-summary",
            "follow-up-report",
            "withdrawal",
            "report-death",
            "change-urgency",
            "confirm-death");

    private Audience() {}

    static List<String> forms(Sight sight) {
        return switch (sight) {
            case HOME -> Stream.concat(EVERYBODY.stream(), HOME.stream()).toList();
            case INVOLVED -> EVERYBODY;
            case WATCHING -> List.of();
        };
    }
}
