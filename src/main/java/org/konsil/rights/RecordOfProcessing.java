package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.konsil.process.ProcessFile;

/** Reads the record of processing activities (GDPR Art. 30) from process models, their variable contracts and forms. */
final class RecordOfProcessing {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordOfProcessing() {}

    /** One activity per process, by its purpose in alphabetical order. */
    static List<Processing> of(
            Collection<ProcessFile> drawings, Collection<ProcessFile> contracts, Collection<ProcessFile> forms) {
        var fields = forms.stream().collect(Collectors.toMap(ProcessFile::id, RecordOfProcessing::labels, (a, b) -> a));
        var told = contracts.stream()
                .collect(Collectors.toMap(ProcessFile::id, RecordOfProcessing::variables, (a, b) -> a));
        return drawings.stream()
                .map(file -> processing(file, told, fields))
                .sorted(Comparator.comparing(Processing::purpose))
                .toList();
    }

    private static Processing processing(
            ProcessFile file, Map<String, List<String>> told, Map<String, List<String>> fields) {
        var drawn = DrawnSteps.of(file.content());
        var steps = drawn.steps().stream()
                .map(step -> new Processing.Step(
                        step.name(), step.form(), step.roles(), fields.getOrDefault(step.form(), List.of())))
                .toList();
        return new Processing(
                file.id(), drawn.name(), drawn.documentation(), steps, told.getOrDefault(file.id(), List.of()));
    }

    private static List<String> variables(ProcessFile contract) {
        return StreamSupport.stream(read(YAML, contract).path("variables").spliterator(), false)
                .map(variable -> variable.path("name").asText())
                .toList();
    }

    private static List<String> labels(ProcessFile form) {
        var labels = new ArrayList<String>();
        collect(read(JSON, form).path("components"), labels);
        return labels;
    }

    private static void collect(JsonNode components, List<String> labels) {
        for (var component : components) {
            var label =
                    component.path("label").asText(component.path("dateLabel").asText(""));
            if (component.has("key") && !label.isBlank()) {
                labels.add(label);
            }
            collect(component.path("components"), labels);
        }
    }

    private static JsonNode read(ObjectMapper mapper, ProcessFile file) {
        try {
            return mapper.readTree(file.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
