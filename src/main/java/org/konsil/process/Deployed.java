package org.konsil.process;

import io.camunda.client.api.response.DeploymentEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of files that were deployed.
 *
 * @param key of the deployment; 0 if nothing was for the engine
 */
public record Deployed(long key, List<Item> items) {

    /** The kinds of things that a file may bring. */
    public enum Kind {
        PROCESS,
        DECISION,
        DECISION_REQUIREMENTS,
        FORM
    }

    /** @param key of this version in the engine */
    public record Item(Kind kind, String id, int version, long key, String file) {}

    static Deployed of(@Nullable DeploymentEvent event) {
        if (event == null) {
            return new Deployed(0, List.of());
        }
        var items = new ArrayList<Item>();
        event.getProcesses()
                .forEach(it -> items.add(new Item(
                        Kind.PROCESS,
                        it.getBpmnProcessId(),
                        it.getVersion(),
                        it.getProcessDefinitionKey(),
                        it.getResourceName())));
        event.getDecisions()
                .forEach(it -> items.add(new Item(
                        Kind.DECISION,
                        it.getDmnDecisionId(),
                        it.getVersion(),
                        it.getDecisionKey(),
                        it.getDmnDecisionName())));
        event.getDecisionRequirements()
                .forEach(it -> items.add(new Item(
                        Kind.DECISION_REQUIREMENTS,
                        it.getDmnDecisionRequirementsId(),
                        it.getVersion(),
                        it.getDecisionRequirementsKey(),
                        it.getResourceName())));
        event.getForm()
                .forEach(it -> items.add(
                        new Item(Kind.FORM, it.getFormId(), it.getVersion(), it.getFormKey(), it.getResourceName())));
        return new Deployed(event.getKey(), items);
    }
}
