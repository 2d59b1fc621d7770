package org.konsil.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.konsil.rules.RuleBook;

/** No task of any drawing is without a row in the table of clocks. */
class EveryTaskHasAClockTests {

    @Test
    void everyHumanTaskOfEveryDrawingHasADeadlineAndSomebodyWhoIsToldThatItIsOver() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            var without = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
                    .filter(task -> steps(task).noneMatch(EveryTaskHasAClockTests::hasClock))
                    .map(UserTask::getId)
                    .toList();
            assertThat(without).isEmpty();
        }
    }

    private static Stream<String> steps(UserTask task) {
        var form = task.getSingleExtensionElement(ZeebeFormDefinition.class);
        return form == null ? Stream.of(task.getId()) : Stream.of(task.getId(), form.getFormId());
    }

    private static boolean hasClock(String step) {
        var answer = RuleBook.RULES
                .decide("clocks", Map.of("step", step, "urgency", "routine"))
                .answer();
        return answer instanceof Map<?, ?> row
                && !String.valueOf(row.get("deadline")).isBlank()
                && !String.valueOf(row.get("escalation")).isBlank();
    }
}
