package org.konsil.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks through files of process owners before they come into force, together with those that stay as they are. */
@Component
class Inspection {

    private static final Pattern NAME = Pattern.compile(
            "[a-z0-9][a-z0-9-]{0,79}\\.(bpmn|dmn|form|variables\\.yaml|letter\\.yaml|indicator\\.yaml)");

    private final JobTypes workers;
    private final ObjectProvider<FileCheck> checks;

    Inspection(JobTypes workers, ObjectProvider<FileCheck> checks) {
        this.workers = workers;
        this.checks = checks;
    }

    /** @param next what would be in force with them */
    List<Fault> faults(Collection<ProcessFile> files, Shelf next) {
        return files.stream().flatMap(file -> faults(file, next).stream()).toList();
    }

    private List<Fault> faults(ProcessFile file, Shelf next) {
        if (!NAME.matcher(file.name()).matches()) {
            return List.of(Fault.of(file, "name"));
        }
        var outer = Shelf.outerFault(file);
        if (outer.isPresent()) {
            return List.of(Fault.of(file, outer.get()));
        }
        var faults = new ArrayList<Fault>();
        ofKind(file, next).forEach(faults::add);
        if (faults.isEmpty()) {
            checks.forEach(check -> faults.addAll(check.faults(file)));
        }
        return faults;
    }

    private Stream<Fault> ofKind(ProcessFile file, Shelf next) {
        if (file.isNamed(Shelf.BPMN)) {
            return new ModelInspection(file, next, workers.known()).faults();
        }
        if (file.isNamed(Shelf.DMN)) {
            return RuleTables.faults(file, next);
        }
        if (file.isNamed(Shelf.LETTER) || file.isNamed(Shelf.INDICATOR)) {
            return Stream.empty(); // read by the modules whose they are, as checks of theirs
        }
        return file.isNamed(Shelf.FORM)
                ? ContractInspection.ofForm(file, next)
                : ContractInspection.ofContract(file, next);
    }
}
