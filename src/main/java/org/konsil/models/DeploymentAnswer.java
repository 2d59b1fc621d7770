package org.konsil.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.konsil.process.Deployed;

/** What was deployed, in the words of Camunda's API: keys are strings. */
record DeploymentAnswer(String deploymentKey, String tenantId, List<Map<String, Object>> deployments) {

    private static final String TENANT = "<default>";

    static DeploymentAnswer of(Deployed done) {
        return new DeploymentAnswer(
                String.valueOf(done.key()),
                TENANT,
                done.items().stream().map(DeploymentAnswer::item).toList());
    }

    private static Map<String, Object> item(Deployed.Item item) {
        return switch (item.kind()) {
            case PROCESS ->
                Map.of(
                        "processDefinition",
                        members(item, "processDefinitionId", "processDefinitionVersion", "processDefinitionKey"));
            case DECISION ->
                Map.of("decisionDefinition", members(item, "decisionDefinitionId", "version", "decisionDefinitionKey"));
            case DECISION_REQUIREMENTS ->
                Map.of(
                        "decisionRequirements",
                        members(item, "decisionRequirementsId", "version", "decisionRequirementsKey"));
            case FORM -> Map.of("form", members(item, "formId", "version", "formKey"));
        };
    }

    private static Map<String, Object> members(Deployed.Item item, String id, String version, String key) {
        var members = new LinkedHashMap<String, Object>();
        members.put(id, item.id());
        members.put(version, item.version());
        members.put(key, String.valueOf(item.key()));
        members.put(item.kind() == Deployed.Kind.DECISION ? "name" : "resourceName", item.file());
        members.put("tenantId", TENANT);
        return members;
    }
}
