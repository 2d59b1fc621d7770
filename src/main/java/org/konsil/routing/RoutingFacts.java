package org.konsil.routing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.terminology.Code;
import org.konsil.terminology.Terminology;
import org.springframework.stereotype.Component;

/** What the ranking looks at: where the diseases stand in Orphanet's classification, the phenotypes with those above them, age. */
@Component
class RoutingFacts {

    private static final String NEOPLASM = "HP:0002664";
    private static final Set<String> UNDIAGNOSED = Set.of("ORPHA:616874");
    private static final int MOST = 2_000;

    private final Terminology terminology;

    RoutingFacts(Terminology terminology) {
        this.terminology = terminology;
    }

    Map<String, Object> of(JsonNode clinical) {
        var diseases = codes(clinical.path("diseases")).toList();
        var above = above(codes(present(clinical.path("phenotypes"))).toList());
        var phenotypes = above.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
        var facts = new HashMap<String, Object>();
        facts.put("heads", heads(diseases));
        facts.put("phenotypes", List.copyOf(phenotypes));
        facts.put("share", shares(above.values()));
        facts.put("tumour", clinical.path("tumour").asText().equals("yes") || phenotypes.contains(NEOPLASM));
        facts.put("undiagnosed", isUndiagnosed(clinical, diseases));
        var age = clinical.path("ageYears");
        if (age.isNumber()) {
            facts.put("age", age.decimalValue());
        }
        return facts;
    }

    private List<String> heads(List<Code> diseases) {
        return diseases.stream()
                .flatMap(disease -> terminology.headsOf(disease).stream())
                .map(Code::value)
                .distinct()
                .toList();
    }

    /** Each phenotype with itself and all that stand above it. */
    private Map<Code, Set<String>> above(Collection<Code> observed) {
        var parents = new HashMap<Code, List<Code>>();
        return observed.stream().distinct().collect(toMap(identity(), code -> above(code, parents)));
    }

    private Set<String> above(Code observed, Map<Code, List<Code>> parents) {
        var all = new TreeSet<>(Set.of(observed.toString()));
        var open = new ArrayDeque<>(List.of(observed));
        while (!open.isEmpty() && all.size() < MOST) {
            for (var parent : parents.computeIfAbsent(open.remove(), terminology::parentsOf)) {
                if (all.add(parent.toString())) {
                    open.add(parent);
                }
            }
        }
        return all;
    }

    /** Which part of the phenotypes stands under each term, from 0 to 1: what most of them point to weighs most. */
    private static Map<String, BigDecimal> shares(Collection<Set<String>> above) {
        var counts = above.stream().flatMap(Set::stream).collect(groupingBy(identity(), counting()));
        var all = BigDecimal.valueOf(above.size());
        var shares = new HashMap<String, BigDecimal>();
        counts.forEach(
                (term, count) -> shares.put(term, BigDecimal.valueOf(count).divide(all, 3, RoundingMode.HALF_UP)));
        return shares;
    }

    private static boolean isUndiagnosed(JsonNode clinical, List<Code> diseases) {
        var codes = diseases.stream().map(Code::toString).collect(toSet());
        return clinical.path("diagnosisStatus").asText().equals("undiagnosed")
                || codes.stream().anyMatch(UNDIAGNOSED::contains);
    }

    private static Iterable<JsonNode> present(JsonNode phenotypes) {
        return each(phenotypes)
                .filter(it -> !it.path("presence").asText().equals("absent"))
                .toList();
    }

    private static Stream<Code> codes(Iterable<JsonNode> entries) {
        return each(entries)
                .map(entry -> entry.path("code").asText())
                .filter(code -> !code.isBlank())
                .map(Code::parse);
    }

    private static Stream<JsonNode> each(Iterable<JsonNode> entries) {
        return StreamSupport.stream(entries.spliterator(), false);
    }
}
