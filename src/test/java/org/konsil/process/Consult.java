package org.konsil.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small process of its own: a case comes, somebody is asked, a message may take the question back. */
final class Consult {

    private Consult() {}

    static Path folder() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "consult")), "processes");
        Files.writeString(folder.resolve("consult.bpmn"), bpmn());
        Files.writeString(folder.resolve("consult.variables.yaml"), """
                process: consult
                variables:
                  - {name: caseId, type: id, writtenBy: [start]}
                  - {name: country, type: country, writtenBy: [start]}
                  - {name: answer, type: code, values: ["yes", "no"], writtenBy: ["form:ask"]}
                  - {name: experts, type: list-of-user, writtenBy: ["worker:find"]}
                  - {name: score, type: integer, writtenBy: ["rule:score"]}
                """);
        return folder;
    }

    static String bpmn() {
        var process = Bpmn.createExecutableProcess("consult");
        var ask = process.startEvent()
                .message("case-registered")
                .userTask(
                        "ask",
                        task -> task.name("Ask the expert")
                                .zeebeUserTask()
                                .zeebeFormId("ask")
                                .zeebeCandidateGroups("expert:epicare"));
        ask.boundaryEvent("taken-back")
                .message(message -> message.name("taken-back").zeebeCorrelationKeyExpression("caseId"))
                .endEvent();
        return Bpmn.convertToString(ask.moveToActivity("ask").endEvent("asked").done());
    }

    static Path forms() throws IOException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "consult")), "forms");
        Files.write(
                folder.resolve("ask.form"),
                "{\"id\":\"ask\",\"type\":\"default\",\"components\":[{\"type\":\"textfield\",\"key\":\"answer\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        return folder;
    }
}
