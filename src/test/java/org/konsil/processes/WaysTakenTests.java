package org.konsil.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camunda.process.test.impl.coverage.core.CoverageCollector;
import io.camunda.process.test.impl.coverage.model.Coverage;
import io.camunda.process.test.impl.coverage.model.Suite;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Looks back on the process tests of this run: no sequence flow of any process may be left that none of them took. The picture of
 * it is {@code target/coverage-report/report.html}. Runs after them: by its name in Maven's alphabetical order, by its number
 * elsewhere.
 */
@Order(Integer.MAX_VALUE)
class WaysTakenTests {

    @Test
    void everySequenceFlowOfEveryProcessIsTaken() throws IOException {
        var ran = suites().stream().map(Suite::getId).collect(Collectors.toSet());
        var written = names(Path.of("src/test/java/org/konsil/processes"), "ProcessTests.java").stream()
                .map(name -> getClass().getPackageName() + "." + name + "ProcessTests")
                .toList();
        assumeTrue(isWholeBuild() || ran.containsAll(written), "only some of the process tests were run");
        assertThat(ran).containsAll(written);

        var left = drawn();
        left.removeAll(taken());

        assertThat(left).as("sequence flows that no test takes").isEmpty();
    }

    /** Maven with neither {@code -Dtest} nor anything else that picks tests. */
    private static boolean isWholeBuild() {
        return System.getProperty("basedir") != null && System.getProperty("test") == null;
    }

    private static List<Suite> suites() {
        return CoverageCollector.collectors().stream()
                .map(CoverageCollector::getSuite)
                .filter(suite -> suite.getId().startsWith(WaysTakenTests.class.getPackageName() + "."))
                .toList();
    }

    private static Set<String> taken() {
        return suites().stream()
                .flatMap(suite -> suite.getRuns().stream())
                .flatMap(run -> run.getCoverages().stream())
                .flatMap(WaysTakenTests::flows)
                .collect(Collectors.toSet());
    }

    private static Stream<String> flows(Coverage coverage) {
        return coverage.getTakenSequenceFlows().stream().map(flow -> coverage.getProcessDefinitionId() + ": " + flow);
    }

    private static Set<String> drawn() throws IOException {
        var flows = new TreeSet<String>();
        for (var name : names(Path.of("processes"), ".bpmn")) {
            var model =
                    Bpmn.readModelFromFile(Path.of("processes", name + ".bpmn").toFile());
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> flows.add(process + ": " + flow.getId()));
        }
        return flows;
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }
}
