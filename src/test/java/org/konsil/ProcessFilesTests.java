package org.konsil;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Drawings, forms, rules, contracts and workers name each other; nothing dangles either way. */
class ProcessFilesTests {

    /** Forms of pages that belong to no task. */
    private static final Set<String> ON_PAGES = Set.of(
            "register-case",
            "adverse-events",
            "withdrawal",
            "report-death",
            "change-urgency",
            "report-conflict",
            "report-unavailable",
            "report-duplicate",
            "transfer-case",
            "re-open-case",
            "data-subject-request");

    /** Added to every user task when the models are deployed, so that process owners need not draw it. */
    private static final Set<String> DEPLOYED_WITH = Set.of("work-item");

    @Test
    void everyJobTypeHasAWorkerAndEveryWorkerAJobType() {
        var drawn = new TreeSet<>(found("processes", ".bpmn", "taskDefinition type=\"([^\"]+)\""));
        drawn.addAll(found("processes", ".bpmn", "executionListener eventType=\"[a-z]+\" type=\"([^\"]+)\""));
        drawn.addAll(DEPLOYED_WITH);
        assertThat(jobTypesInCode()).isEqualTo(drawn);
    }

    @Test
    void everyFormIsUsedAndEveryUsedFormExistsUnderItsOwnName() {
        var used = new TreeSet<>(found("processes", ".bpmn", "formId=\"([^\"]+)\""));
        used.addAll(ON_PAGES);
        assertThat(names("forms", ".form")).isEqualTo(used);
        assertThat(found("forms", ".form", "^\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\""))
                .isEqualTo(used);
    }

    @Test
    void everyRuleIsCalledOrAskedAndEveryCalledRuleExists() {
        var called = new TreeSet<>(found("processes", ".bpmn", "decisionId=\"([^\"]+)\""));
        called.addAll(found("processes", ".bpmn", "header key=\"decision\" value=\"([^\"]+)\""));
        assertThat(found("processes", ".dmn", "<decision id=\"([^\"]+)\"")).containsAll(called);
    }

    @Test
    void everyProcessHasAContractAndADiagram() {
        assertThat(names("processes", ".variables.yaml")).isEqualTo(names("processes", ".bpmn"));
        for (var file : files("processes", ".bpmn")) {
            var model = Bpmn.readModelFromFile(file.toFile());
            Bpmn.validateModel(model);
            assertThat(read(file)).as("diagram of " + file).contains("BPMNDiagram");
        }
    }

    @Test
    void camundaModelerKnowsEveryWorkerFormAndRuleThatAProcessUses() {
        var folder = "processes/.camunda/element-templates";
        var used = new TreeSet<>(found("processes", ".bpmn", "taskDefinition type=\"([^\"]+)\""));
        used.addAll(found("processes", ".bpmn", "formId=\"([^\"]+)\""));
        used.addAll(found("processes", ".bpmn", "decisionId=\"([^\"]+)\""));
        used.addAll(found("processes", ".bpmn", "header key=\"decision\" value=\"([^\"]+)\""));

        assertThat(found(folder, ".json", "\"value\": \"([^\"]+)\",\\s+\"binding\": \\{\\s+\"type\": \"zeebe:"))
                .containsAll(used);
    }

    private static Set<String> jobTypesInCode() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.konsil").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(JobWorker.class))
                        .map(method ->
                                method.getAnnotationOfType(JobWorker.class).type())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String folder, String suffix) {
        return files(folder, suffix).stream()
                .map(file -> file.getFileName().toString().replace(suffix, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(String folder, String suffix, String regex) {
        var names = new TreeSet<String>();
        for (var file : files(folder, suffix)) {
            var match = Pattern.compile(regex).matcher(read(file));
            while (match.find()) {
                names.add(match.group(1));
            }
        }
        return names;
    }

    private static List<Path> files(String folder, String suffix) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
