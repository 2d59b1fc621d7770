package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets only those variables pass to the engine that a contract declares, from the writer it names, in the form it says. */
@Component
class VariableGuard {

    private final ProcessFiles files;
    private final ObjectMapper json;

    VariableGuard(ProcessFiles files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    /** What a worker, a rule or a form adds to a process. Null is nothing. */
    ObjectNode answer(String processId, String writer, @Nullable Object variables) {
        var named = object(variables);
        named.properties().forEach(it -> {
            var declared = files.contract(processId)
                    .variable(it.getKey())
                    .filter(variable -> variable.isWrittenBy(writer))
                    .orElseThrow(() -> new VariableRefused(
                            it.getKey(), "the contract of '" + processId + "' does not let " + writer + " write it"));
            requireFit(declared, it.getValue());
        });
        return named;
    }

    /** What a message carries: declared by a process that catches it or starts with it. */
    ObjectNode message(String message, @Nullable Object variables) {
        var named = object(variables);
        named.properties().forEach(it -> {
            var declared = declaredFor(message, it.getKey());
            if (declared.isEmpty()) {
                throw new VariableRefused(it.getKey(), "no contract lets message '" + message + "' carry it");
            }
            declared.forEach(variable -> requireFit(variable, it.getValue()));
        });
        return named;
    }

    /** Those fields of a form that the contract sends to the engine. */
    ObjectNode fields(String processId, String formId, JsonNode answers) {
        var picked = json.createObjectNode();
        for (var variable : files.contract(processId).declared()) {
            var value = answers.path(variable.name());
            if (variable.isWrittenBy("form:" + formId) && !value.isMissingNode()) {
                picked.set(variable.name(), value);
            }
        }
        return picked;
    }

    private List<Contract.Variable> declaredFor(String message, String variable) {
        return files.contracts().stream()
                .map(contract -> contract.variable(variable)
                        .filter(it -> it.isWrittenBy("message:" + message)
                                || it.isWrittenBy("start") && files.startsWith(contract.process(), message)))
                .flatMap(Optional::stream)
                .toList();
    }

    private ObjectNode object(@Nullable Object variables) {
        var tree = variables == null ? json.createObjectNode() : json.<JsonNode>valueToTree(variables);
        if (tree instanceof ObjectNode named) {
            return named;
        }
        throw new VariableRefused("?", "an answer is a record or a map, not " + tree.getNodeType());
    }

    private static void requireFit(Contract.Variable declared, JsonNode value) {
        if (!declared.fits(value)) {
            throw new VariableRefused(declared.name(), "it is no " + declared.type());
        }
    }
}
