package org.konsil.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konsil.rules.RuleBook;
import org.konsil.rules.Rules;

class RankingRulesTests {

    private static final Rules RULES = RuleBook.RULES;

    @AfterAll
    static void everySponsorRowWasNeeded() {
        assertThat(RULES.coverage().missed("sponsor")).isEmpty();
    }

    @Test
    void onnisEpilepsyGoesToEpicare() {
        var weights = weights(List.of("98006", "93890"), List.of("HP:0001250"), 4, false, false);

        assertThat(weights).containsEntry("epicare", 4.5);
        assertThat(best(weights)).isEqualTo("epicare");
    }

    @ParameterizedTest
    @CsvSource({
        "93419, bond",
        "98036, cranio",
        "68329, cranio",
        "97978, endo",
        "93626, erknet",
        "165711, ernica",
        "97935, ernica",
        "97955, lung",
        "89826, skin",
        "97992, eurobloodnet",
        "101433, eurogen",
        "97966, eye",
        "97929, guard-heart",
        "93890, ithaca",
        "68367, metabern",
        "57146, rare-liver",
        "98023, reconnet",
        "98004, rita",
        "98028, vascern"
    })
    void eachHeadOfTheClassificationSuggestsItsNetwork(String head, String network) {
        assertThat(best(weights(List.of(head), List.of(), 30, false, false))).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({"HP:0001250, epicare", "HP:0001324, euro-nmd", "HP:0001251, rnd"})
    void thePhenotypeDecidesBetweenTheNeurologicNetworks(String phenotype, String network) {
        assertThat(best(weights(List.of("98006"), List.of(phenotype), 30, false, false)))
                .isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "101998, epicare",
        "102002, rnd",
        "102003, rnd",
        "182070, rnd",
        "68356, rnd",
        "68381, euro-nmd",
        "98496, euro-nmd"
    })
    void theGroupBelowTheHeadTellsTheNeurologicNetworksApart(String group, String network) {
        assertThat(best(weights(List.of("98006", group), List.of(), 30, false, false)))
                .isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "87277, ithaca",
        "71281, vascern",
        "68385, metabern",
        "140162, genturis",
        "101997, rita",
        "97965, guard-heart",
        "97962, ernica",
        "98026, cranio",
        "96344, eurogen",
        "98047, endo"
    })
    void aGroupAloneSuggestsANetworkToo(String group, String network) {
        assertThat(best(weights(List.of(group), List.of(), 30, false, false))).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "HP:0000924, bond",
        "HP:0000152, cranio",
        "HP:0000818, endo",
        "HP:0000077, erknet",
        "HP:0025031, ernica",
        "HP:0002086, lung",
        "HP:0000951, skin",
        "HP:0001871, eurobloodnet",
        "HP:0000119, eurogen",
        "HP:0000478, eye",
        "HP:0001627, guard-heart",
        "HP:0001249, ithaca",
        "HP:0001939, metabern",
        "HP:0001392, rare-liver",
        "HP:0003549, reconnet",
        "HP:0002715, rita",
        "HP:0002597, vascern",
        "HP:0009830, euro-nmd",
        "HP:0000726, rnd",
        "HP:0002500, rnd",
        "HP:0001297, vascern",
        "HP:0002092, lung",
        "HP:0001999, ithaca",
        "HP:0000707, rnd"
    })
    void aPhenotypeAloneSuggestsANetwork(String phenotype, String network) {
        assertThat(best(weights(List.of(), List.of(phenotype), 30, false, false)))
                .isEqualTo(network);
    }

    @Test
    void whatMostOfThePhenotypesPointToWeighsMost() {
        var facts = facts(List.of(), List.of("HP:0000478", "HP:0000924"), 30, false, false);
        facts.put("share", Map.of("HP:0000478", 0.75, "HP:0000924", 0.25));

        assertThat(best(weights(facts))).isEqualTo("eye");
    }

    @Test
    void whereTheAgeIsNotKnownTumoursSuggestEveryNetworkForThem() {
        assertThat(weights(List.of("250908", "602659", "565779"), List.of(), null, true, false))
                .containsKeys("euracan", "paedcan", "genturis", "transplantchild");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"250908, 40, euracan", "250908, 6, paedcan", "602659, 6, paedcan", "602659, null, paedcan"})
    void tumoursGoByAge(String head, @Nullable Integer age, String network) {
        assertThat(best(weights(List.of(head), List.of(), age, true, false))).isEqualTo(network);
    }

    @Test
    void transplantationInChildrenIsForChildren() {
        assertThat(weights(List.of("565779"), List.of(), 6, false, false)).containsKey("transplantchild");
        assertThat(weights(List.of("565779"), List.of(), 46, false, false)).doesNotContainKey("transplantchild");
    }

    @Test
    void undiagnosedPatientsGoToIthacaAndAnUnknownDiseaseIsLookedAtThere() {
        assertThat(best(weights(List.of(), List.of(), 3, false, true))).isEqualTo("ithaca");
        assertThat(best(weights(List.of(), List.of(), null, false, false))).isEqualTo("ithaca");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HP:0000924", "HP:0000598", "HP:0000818", "HP:0000077", "HP:0025031", "HP:0002597"})
    void withoutAClassificationThePhenotypeSuggestsANetwork(String phenotype) {
        assertThat(best(weights(List.of(), List.of(phenotype), 30, false, false)))
                .isNotEqualTo("ithaca");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 3, 0, self",
        "true, 0, 0, self",
        "false, 1, 1, member",
        "false, 0, 1, affiliated",
        "false, 0, 0, contact-point"
    })
    void theHomeHospitalSponsorsElseAMemberElseAPartnerElseTheContactPoint(
            boolean home, int members, int partners, String kind) {
        var facts = Map.<String, Object>of(
                "homeTakesPart", home, "members", members, "partners", partners, "day", LocalDate.of(2026, 6, 1));

        assertThat(RULES.decide("sponsor", facts).text()).isEqualTo(kind);
    }

    private static String best(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Double> weights(
            List<String> heads, List<String> phenotypes, @Nullable Integer age, boolean tumour, boolean undiagnosed) {
        return weights(facts(heads, phenotypes, age, tumour, undiagnosed));
    }

    private static Map<String, @Nullable Object> facts(
            List<String> heads, List<String> phenotypes, @Nullable Integer age, boolean tumour, boolean undiagnosed) {
        var facts = new HashMap<String, @Nullable Object>(
                Map.of("heads", heads, "phenotypes", phenotypes, "tumour", tumour, "undiagnosed", undiagnosed));
        facts.put("age", age);
        return facts;
    }

    private static Map<String, Double> weights(Map<String, @Nullable Object> facts) {
        return RULES.decide("network-ranking", facts).list().stream()
                .map(row -> (Map<?, ?>) Objects.requireNonNull(row))
                .collect(groupingBy(
                        row -> String.valueOf(row.get("network")),
                        summingDouble(row -> Double.parseDouble(String.valueOf(row.get("weight"))))));
    }
}
