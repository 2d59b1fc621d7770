package org.konsil.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.rules.Decision;
import org.konsil.rules.MatchedRule;
import org.konsil.rules.RuleBook;

/** What each country's rules say, as tables that a lawyer can read: {@code src/test/resources/packs/<country>.md}. */
class CountryTablesTests {

    private static final String SEVERAL = "several";

    private static final String DRAWING = "drawing";

    static Stream<CountryTable.Row> rows() {
        return all().filter(row -> !row.source().equals(DRAWING));
    }

    static Stream<CountryTable.Row> drawn() {
        return all().filter(row -> row.source().equals(DRAWING));
    }

    private static Stream<CountryTable.Row> all() {
        return CountryTable.all().flatMap(table -> table.rows().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawn")
    void theDrawingAsksWhomTheTableSays(CountryTable.Row row) {
        var drawing = Bpmn.readModelFromFile(
                Path.of("processes", row.rule() + ".bpmn").toFile());
        var task =
                drawing.<UserTask>getModelElementById(String.valueOf(row.facts().get("task")));
        var groups =
                task.getSingleExtensionElement(ZeebeAssignmentDefinition.class).getCandidateGroups();

        var asked =
                switch (groups) {
                    case "=[domesticGroup]" -> header(drawing, "asks");
                    case "=[\"contact:\" + country]" -> "contact:" + row.country();
                    default -> groups;
                };

        assertThat(row.follows()).containsExactly(asked);
    }

    /** What stands in the task that finds out whom to ask. */
    private static String header(BpmnModelInstance drawing, String key) {
        return drawing.getModelElementsByType(ZeebeHeader.class).stream()
                .filter(it -> it.getKey().equals(key))
                .map(ZeebeHeader::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theRuleSaysWhatTheTableSays(CountryTable.Row row) {
        var decision = RuleBook.RULES.decide(row.rule(), row.facts());

        assertThat(follows(decision, row)).as(row.toString()).containsExactlyElementsOf(row.follows());
        var sources = decision.matched().stream().map(MatchedRule::description).toList();
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).matches("(?s)(law|published|default): .+"));
        if (!row.source().equals(SEVERAL)) {
            assertThat(sources.getFirst()).startsWith(row.source());
        }
    }

    /** The named outputs of a row, the codes of several, or the one answer. */
    private static List<String> follows(Decision decision, CountryTable.Row row) {
        return switch (decision.answer()) {
            case Map<?, ?> named ->
                row.follows().stream()
                        .map(expected -> expected.substring(0, expected.indexOf(" = ")))
                        .map(name -> name + " = " + named.get(name))
                        .toList();
            case List<?> several ->
                several.stream()
                        .map(it -> ((Map<?, ?>) it))
                        .map(it -> String.valueOf(it.containsKey("route") ? it.get("route") : it.get("document")))
                        .toList();
            case null -> List.of();
            default -> List.of(String.valueOf(decision.answer()));
        };
    }
}
