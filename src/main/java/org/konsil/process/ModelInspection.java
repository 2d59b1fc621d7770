package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;

/** Looks whether everything that a drawing names is there, and whether people are asked who can be. */
final class ModelInspection {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final ProcessFile file;
    private final Shelf next;
    private final Set<String> workers;

    ModelInspection(ProcessFile file, Shelf next, Set<String> workers) {
        this.file = file;
        this.next = next;
        this.workers = workers;
    }

    Stream<Fault> faults() {
        try {
            var model = Model.read(file.content());
            return model.processIds().equals(Set.of(file.id()))
                    ? Stream.of(dangling(model), people(model), contract(model), starts(model))
                            .flatMap(found -> found)
                    : Stream.of(Fault.of(file, "process-id", file.id()));
        } catch (ModelException e) {
            return Stream.of(Fault.of(file, "no-bpmn", Shelf.rootOf(e)));
        }
    }

    private Stream<Fault> dangling(Model model) {
        var named = model.references();
        var forms = next.files(Shelf.FORM).stream().map(ProcessFile::id).collect(Collectors.toSet());
        var processes =
                next.models().stream().flatMap(it -> it.processIds().stream()).collect(Collectors.toSet());
        return Stream.of(
                        missing("unknown-form", named.forms(), forms),
                        missing("unknown-job-type", named.jobTypes(), workers),
                        missing("unknown-decision", named.decisions(), RuleTables.decisions(next)),
                        missing("unknown-process", named.processes(), processes))
                .flatMap(found -> found);
    }

    private Stream<Fault> missing(String code, Set<String> named, Set<String> there) {
        return named.stream().filter(name -> !there.contains(name)).map(name -> Fault.of(file, code, name));
    }

    private Stream<Fault> people(Model model) {
        var named = model.references();
        return Stream.concat(
                named.tasksWithoutForm().map(task -> Fault.of(file, "task-without-form", task)),
                named.tasksWithoutPeople().map(task -> Fault.of(file, "task-without-people", task)));
    }

    /** A gateway can only ask for a field that the contract lets through. */
    private Stream<Fault> contract(Model model) {
        if (!next.contracts().containsKey(file.id())) {
            return Stream.of(Fault.of(file, "no-contract", file.id()));
        }
        var contract = next.contract(file.id());
        var fields = new TreeSet<String>();
        model.references().forms().forEach(form -> fields.addAll(fields(form)));
        return model.references().conditions().stream()
                .flatMap(condition ->
                        WORD.matcher(condition.replaceAll("\"[^\"]*\"", "")).results())
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .filter(word -> fields.contains(word) && contract.variable(word).isEmpty())
                .map(word -> Fault.of(file, "field-not-in-contract", word));
    }

    private Set<String> fields(String form) {
        try {
            return FormFields.read(next.form(form).orElse("{}")).keys();
        } catch (JsonProcessingException e) {
            return Set.of();
        }
    }

    /** A second process with the same start message would take every case twice. */
    private Stream<Fault> starts(Model model) {
        return next.models().stream()
                .filter(other -> !other.processIds().equals(model.processIds()))
                .flatMap(other -> other.startMessages().stream())
                .filter(model.startMessages()::contains)
                .distinct()
                .map(message -> Fault.of(file, "start-message-taken", message));
    }
}
