package org.konsil.routing;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
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
        var phenotypes =
                withAncestors(codes(present(clinical.path("phenotypes"))).toList());
        var facts = new HashMap<String, Object>();
        facts.put("heads", heads(diseases));
        facts.put("phenotypes", List.copyOf(phenotypes));
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

    private Set<String> withAncestors(Collection<Code> observed) {
        var all = observed.stream().map(Code::toString).collect(toCollection(TreeSet::new));
        var open = new ArrayDeque<>(observed);
        while (!open.isEmpty() && all.size() < MOST) {
            for (var parent : terminology.parentsOf(open.remove())) {
                if (all.add(parent.toString())) {
                    open.add(parent);
                }
            }
        }
        return all;
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
