package org.konsil.whole;

import io.camunda.process.test.impl.coverage.core.CoverageCollector;
import io.camunda.process.test.impl.coverage.model.Coverage;
import io.camunda.process.test.impl.coverage.model.Suite;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
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

/**
 * What the process tests have walked of one process.
 *
 * @param flows how many sequence flows are drawn
 * @param nodes how many flow nodes are drawn
 * @param flowsLeft those that no test took
 * @param nodesLeft those that no test came to
 */
record Walked(String process, int flows, int nodes, Set<String> flowsLeft, Set<String> nodesLeft) {

    private static final String TESTS = "org.konsil.processes.";

    /** The classes of process tests that have run. */
    static Set<String> ran() {
        return suites().map(Suite::getId).collect(Collectors.toSet());
    }

    /** Every process of the folder, by name. */
    static List<Walked> all(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> of(Bpmn.readModelFromFile(file.toFile())))
                    .toList();
        }
    }

    private static Walked of(BpmnModelInstance model) {
        var process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        var flows = model.getModelElementsByType(SequenceFlow.class);
        var nodes = model.getModelElementsByType(FlowNode.class);
        var flowsLeft = ids(flows.stream());
        var nodesLeft = ids(nodes.stream());
        coverages(process).forEach(coverage -> {
            flowsLeft.removeAll(Set.copyOf(coverage.getTakenSequenceFlows()));
            nodesLeft.removeAll(Set.copyOf(coverage.getCompletedElements()));
        });
        flows.stream().filter(flow -> !flowsLeft.contains(flow.getId())).forEach(flow -> {
            nodesLeft.remove(flow.getSource().getId());
            nodesLeft.remove(flow.getTarget().getId());
        });
        return new Walked(process, flows.size(), nodes.size(), flowsLeft, nodesLeft);
    }

    private static Stream<Coverage> coverages(String process) {
        return suites().flatMap(suite -> suite.getRuns().stream())
                .flatMap(run -> run.getCoverages().stream())
                .filter(coverage -> coverage.getProcessDefinitionId().equals(process));
    }

    private static Stream<Suite> suites() {
        return CoverageCollector.collectors().stream()
                .map(CoverageCollector::getSuite)
                .filter(suite -> suite.getId().startsWith(TESTS));
    }

    private static Set<String> ids(Stream<? extends BaseElement> elements) {
        return elements.map(BaseElement::getId).collect(Collectors.toCollection(TreeSet::new));
    }
}
