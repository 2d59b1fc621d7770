package org.konsil.processes;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Puts drawn processes into the engine, with every form and rule that they name. */
final class Deployed {

    private static final List<Path> FORMS_AND_RULES =
            Stream.concat(files("forms", ".form"), files("processes", ".dmn")).toList();

    private Deployed() {}

    static void deploy(CamundaClient client, String... processes) {
        var drawings = Arrays.stream(processes)
                .map(process -> Path.of("processes", process + ".bpmn"))
                .toList();
        var command = client.newDeployResourceCommand()
                .addResourceFile(drawings.getFirst().toString());
        for (var drawing : drawings.subList(1, drawings.size())) {
            command = command.addResourceFile(drawing.toString());
        }
        var words = drawings.stream().map(Deployed::text).toList();
        for (var file : FORMS_AND_RULES) {
            if (words.stream().anyMatch(text -> text.contains('"' + id(file) + '"'))) {
                command = command.addResourceFile(file.toString());
            }
        }
        command.send().join();
    }

    /** A form's or rule's file bears its id. */
    private static String id(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder, String ending) {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
