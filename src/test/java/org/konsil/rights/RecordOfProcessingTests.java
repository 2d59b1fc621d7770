package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.konsil.process.ProcessFile;

/** The record of processing activities is made from the models, so it cannot say anything else than they do. */
class RecordOfProcessingTests {

    @Test
    void everyProcessIsAnActivityWithItsStepsRecipientsAndData() throws IOException {
        var record = RecordOfProcessing.of(files("processes", ".bpmn"), files("processes", ".variables.yaml"), forms());

        assertThat(record).hasSameSizeAs(files("processes", ".bpmn"));
        var consent = activity(record, "consent");
        assertThat(consent.steps()).first().satisfies(step -> {
            assertThat(step.recipients()).containsExactly("clinician");
            assertThat(step.data()).isNotEmpty();
        });
        assertThat(consent.toldEngine()).contains("caseId", "consentDecision");
        assertThat(activity(record, "data-subject-request").steps())
                .extracting(Processing.Step::form)
                .containsExactly("answer-request");
    }

    @Test
    void itChangesWithTheModels() throws IOException {
        var drawing = Files.readString(Path.of("processes/follow-up.bpmn"));
        var changed = drawing.replace("clinician:", "centre:")
                .replaceFirst("name=\"[^\"]+\" isExecutable", "name=\"Ask the centre\" isExecutable");
        var contract = "process: follow-up\nvariables:\n  - {name: newlyTold, type: id, writtenBy: [start]}\n";

        var record = RecordOfProcessing.of(
                List.of(file("follow-up.bpmn", changed)),
                List.of(file("follow-up.variables.yaml", contract)),
                List.of(file(
                        "follow-up-report.form",
                        "{\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"New question\"}]}")));

        var activity = activity(record, "follow-up");
        assertThat(activity.purpose()).isEqualTo("Ask the centre");
        assertThat(activity.toldEngine()).containsExactly("newlyTold");
        assertThat(activity.steps()).first().satisfies(step -> {
            assertThat(step.recipients()).containsExactly("centre");
            assertThat(step.data()).containsExactly("New question");
        });
    }

    private static Processing activity(List<Processing> record, String id) {
        return record.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static ProcessFile file(String name, String content) {
        return new ProcessFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ProcessFile> forms() throws IOException {
        return files("forms", ".form");
    }

    private static List<ProcessFile> files(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(it -> it.toString().endsWith(ending))
                    .sorted()
                    .map(RecordOfProcessingTests::read)
                    .toList();
        }
    }

    private static ProcessFile read(Path file) {
        try {
            return new ProcessFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
