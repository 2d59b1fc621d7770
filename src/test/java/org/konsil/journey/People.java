package org.konsil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Which demo account may work an open item: its assignee, or somebody of its candidate group. */
public final class People {

    private static final Map<String, String> COUNTRY_OF_PROVIDER = Map.of(
            "hus", "fi",
            "ous", "no",
            "karolinska", "se",
            "rigshospitalet", "dk",
            "radboudumc", "nl",
            "charite", "de",
            "okhmatdyt", "ua",
            "czd", "pl",
            "landspitali", "is",
            "gosh", "gb");

    private People() {}

    /** Whoever is asked first of all; the home clinician where nobody else is. */
    public static String whoWorks(JsonNode item) {
        var assignee = item.path("assignee").asText("");
        if (!assignee.isEmpty()) {
            return assignee;
        }
        var groups = StreamSupport.stream(item.path("candidateGroups").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return account(groups.stream()
                .filter(group -> !group.startsWith("clinician:"))
                .findFirst()
                .orElseGet(groups::getFirst));
    }

    public static String account(String group) {
        var role = group.substring(0, group.indexOf(':'));
        var scope = group.substring(group.indexOf(':') + 1);
        return switch (role) {
            case "clinician", "dpo" -> role + "." + COUNTRY_OF_PROVIDER.getOrDefault(scope, scope);
            case "sponsor" -> "sponsor." + sponsorCountry(scope);
            default -> role + "." + scope;
        };
    }

    private static String sponsorCountry(String provider) {
        var home = COUNTRY_OF_PROVIDER.get(provider);
        return home == null ? provider.substring(provider.length() - 2) : home;
    }
}
