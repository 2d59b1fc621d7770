package org.konsil.process;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.xml.ModelException;

/** The decisions in DMN files. */
final class RuleTables {

    private RuleTables() {}

    /** @throws ModelException if the file is no DMN */
    static Set<String> decisions(ProcessFile dmn) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(dmn.content()))
                .getModelElementsByType(Decision.class)
                .stream()
                .map(NamedElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> decisions(Shelf shelf) {
        return shelf.files(Shelf.DMN).stream()
                .flatMap(file -> shelf.decisions(file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Fault> faults(ProcessFile file, Shelf next) {
        try {
            var others = next.files(Shelf.DMN).stream()
                    .filter(other -> !other.name().equals(file.name()))
                    .flatMap(other -> next.decisions(other).stream())
                    .collect(Collectors.toSet());
            return decisions(file).stream().filter(others::contains).map(id -> Fault.of(file, "decision-twice", id));
        } catch (ModelException e) {
            return Stream.of(Fault.of(file, "no-dmn", Shelf.rootOf(e)));
        }
    }

    /** Empty if the file is no DMN. */
    static Set<String> readable(ProcessFile file) {
        try {
            return decisions(file);
        } catch (ModelException e) {
            return Set.of();
        }
    }
}
