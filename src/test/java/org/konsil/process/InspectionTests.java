package org.konsil.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InspectionTests {

    private static final Pattern JOB_TYPE =
            Pattern.compile("@JobWorker\\((?:type = )?\"([^\"]+)\"|type = \"([^\"]+)\"");

    @Test
    void everyFileOfTheProgramIsSound() throws IOException {
        var files = new ArrayList<ProcessFile>();
        files.addAll(Folders.onDisk(Path.of("processes"), Folders.PROCESSES));
        files.addAll(Folders.onDisk(Path.of("forms"), Folders.FORMS));
        var shelf = new Shelf(files);
        var workers = workers();

        for (var file : files) {
            assertThat(faults(file, shelf, workers)).as(file.name()).isEmpty();
        }
    }

    @Test
    void aSecondProcessMayNotTakeTheSameCases() throws IOException {
        var twin = new String(Files.readAllBytes(Path.of("processes/referral.bpmn")), StandardCharsets.UTF_8)
                .replace("id=\"referral\"", "id=\"referral-no\"");
        var file = file("referral-no.bpmn", twin);
        var contract = file("referral-no.variables.yaml", "process: referral-no\nvariables: []\n");
        var shelf = new Shelf(Folders.onDisk(Path.of("processes"), Folders.PROCESSES)).with(List.of(file, contract));

        assertThat(new ModelInspection(file, shelf, workers()).faults())
                .contains(Fault.of(file, "start-message-taken", "case-registered"));
    }

    @Test
    void aDecisionStandsInOneFile() throws IOException {
        var copy = new ProcessFile("sponsor-no.dmn", Files.readAllBytes(Path.of("processes/sponsor.dmn")));
        var shelf = new Shelf(Folders.onDisk(Path.of("processes"), Folders.PROCESSES)).with(List.of(copy));

        assertThat(RuleTables.faults(copy, shelf)).contains(Fault.of(copy, "decision-twice", "sponsor"));
    }

    private static List<Fault> faults(ProcessFile file, Shelf shelf, Set<String> workers) {
        if (file.isNamed(Shelf.BPMN)) {
            return new ModelInspection(file, shelf, workers).faults().toList();
        }
        if (file.isNamed(Shelf.DMN)) {
            return RuleTables.faults(file, shelf).toList();
        }
        if (file.isNamed(Shelf.LETTER) || file.isNamed(Shelf.INDICATOR)) {
            return List.of();
        }
        return (file.isNamed(Shelf.FORM)
                        ? ContractInspection.ofForm(file, shelf)
                        : ContractInspection.ofContract(file, shelf))
                .toList();
    }

    private static ProcessFile file(String name, String text) {
        return new ProcessFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> workers() throws IOException {
        var types = new TreeSet<>(Set.of("work-item"));
        try (var sources = Files.walk(Path.of("workers"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                JOB_TYPE.matcher(Files.readString(source))
                        .results()
                        .forEach(found -> types.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        return types;
    }
}
