package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.response.DecisionRequirements;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The processes and rules that the engine has in force, in their very words, so that they need not be sent again: reading a few dozen
 * models takes it seconds, in which it does nothing else. Forms are not asked for; they are read at once.
 */
final class EngineHas {

    private static final int MOST = 1000;

    private final Map<String, String> words = new HashMap<>();

    private EngineHas() {}

    /** @throws ClientException if the engine does not answer */
    static EngineHas asked(CamundaClient client) {
        var has = new EngineHas();
        var processes = client.newProcessDefinitionSearchRequest()
                .filter(filter -> filter.isLatestVersion(true))
                .page(page -> page.limit(MOST))
                .send()
                .join()
                .items();
        for (var it : processes) {
            has.words.put(
                    it.getResourceName(),
                    client.newProcessDefinitionGetXmlRequest(it.getProcessDefinitionKey())
                            .send()
                            .join());
        }
        var rules = client.newDecisionRequirementsSearchRequest()
                .page(page -> page.limit(MOST))
                .send()
                .join()
                .items();
        for (var it : latest(rules)) {
            has.words.put(
                    it.getResourceName(),
                    client.newDecisionRequirementsGetXmlRequest(it.getDecisionRequirementsKey())
                            .send()
                            .join());
        }
        return has;
    }

    /** What of these it does not have, or has in other words. */
    List<ProcessFile> lacks(List<ProcessFile> files) {
        return files.stream()
                .filter(file -> !new String(file.content(), StandardCharsets.UTF_8).equals(words.get(file.name())))
                .toList();
    }

    private static Iterable<DecisionRequirements> latest(List<DecisionRequirements> rules) {
        return rules.stream()
                .collect(Collectors.toMap(
                        DecisionRequirements::getDmnDecisionRequirementsId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(DecisionRequirements::getVersion))))
                .values();
    }
}
