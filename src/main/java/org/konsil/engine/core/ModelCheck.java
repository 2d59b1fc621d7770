package org.konsil.engine.core;

import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentResource;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import java.util.Optional;

/**
 * Looks at models before they come into the log. The processors read models with recursion, and a model nested deeper than their
 * stack would end the engine's only thread, and again at every start, because the log cannot forget it.
 */
final class ModelCheck {

    /** A quarter of what the processors' thread has. */
    private static final long STACK = 256 << 10;

    /** The log takes an entry of four million bytes, and a model is written into it twice at once. */
    private static final int LARGEST = 1_500_000;

    private ModelCheck() {}

    /** Why the command must not come into the log; empty if it may. */
    static Optional<CommandRejected> objection(Command command) {
        if (command.valueType() != ValueType.DEPLOYMENT
                || command.intent() != DeploymentIntent.CREATE
                || !(command.value() instanceof DeploymentRecord deployment)) {
            return Optional.empty();
        }
        for (var resource : deployment.resources()) {
            var wrong = wrong(resource);
            if (wrong.isPresent()) {
                return wrong.map(reason -> new CommandRejected(
                        RejectionType.INVALID_ARGUMENT,
                        DeploymentIntent.CREATE,
                        "'" + resource.getResourceName() + "': " + reason));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(DeploymentResource resource) {
        var name = resource.getResourceName();
        if (resource.getResource().length > LARGEST) {
            return Optional.of("It is larger than " + LARGEST + " bytes.");
        }
        if (!name.endsWith(".bpmn") && !name.endsWith(".xml") && !name.endsWith(".dmn")) {
            return Optional.empty();
        }
        var reader = new ModelReader(resource.getResource(), name.endsWith(".dmn"));
        var thread = new Thread(null, reader, "model-check", STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("The check was interrupted.");
        }
        return reader.objection();
    }
}
