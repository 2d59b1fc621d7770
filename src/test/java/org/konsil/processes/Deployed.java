package org.konsil.processes;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a drawn process into the engine, with every form and rule, as the product does. */
final class Deployed {

    private Deployed() {}

    static void deploy(CamundaClient client, String process) {
        var command = client.newDeployResourceCommand().addResourceFile("processes/" + process + ".bpmn");
        for (var folder : new String[] {"processes", "forms"}) {
            try (var files = Files.list(Path.of(folder))) {
                for (var file : files.filter(it -> it.toString().matches(".*\\.(dmn|form)"))
                        .sorted()
                        .toList()) {
                    command = command.addResourceFile(file.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        command.send().join();
    }
}
