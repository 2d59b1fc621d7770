package org.konsil.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether what a contract lets a form send to the engine can be nothing but a choice. */
final class ContractInspection {

    private static final String BY_FORM = "form:";

    private ContractInspection() {}

    static Stream<Fault> ofForm(ProcessFile file, Shelf next) {
        try {
            var form = FormFields.read(new String(file.content(), StandardCharsets.UTF_8));
            return form.id().equals(file.id())
                    ? next.contracts().values().stream().flatMap(contract -> between(file, contract, form))
                    : Stream.of(Fault.of(file, "form-id", file.id()));
        } catch (JsonProcessingException e) {
            return Stream.of(Fault.of(file, "no-form", e.getOriginalMessage()));
        }
    }

    static Stream<Fault> ofContract(ProcessFile file, Shelf next) {
        try {
            var contract = Shelf.contract(file);
            if (!contract.process().equals(file.id())) {
                return Stream.of(Fault.of(file, "contract-id", file.id()));
            }
            return contract.declared().stream()
                    .flatMap(variable -> writers(variable).stream())
                    .filter(writer -> writer.startsWith(BY_FORM))
                    .distinct()
                    .flatMap(writer -> ofWriter(file, contract, writer.substring(BY_FORM.length()), next));
        } catch (IOException | IllegalArgumentException e) {
            return Stream.of(Fault.of(file, "no-contract-file", words(e)));
        }
    }

    /** Line and column, and what is wrong there; the names of Java types help no process owner. */
    private static String words(Exception e) {
        var said = e instanceof JsonProcessingException json
                ? (json.getLocation() == null
                        ? json.getOriginalMessage()
                        : "line %d, column %d: %s"
                                .formatted(
                                        json.getLocation().getLineNr(),
                                        json.getLocation().getColumnNr(),
                                        json.getOriginalMessage()))
                : String.valueOf(e.getMessage());
        return said.replaceAll("`?\\b(?:[a-z]+\\.)+[A-Z][\\w.$<>,]*`?", "this");
    }

    private static Stream<Fault> ofWriter(ProcessFile file, Contract contract, String form, Shelf next) {
        try {
            var json = next.form(form);
            return json.isEmpty()
                    ? Stream.of(Fault.of(file, "unknown-form", form))
                    : between(file, contract, FormFields.read(json.get()));
        } catch (JsonProcessingException e) {
            return Stream.empty(); // the form's own fault
        }
    }

    private static Stream<Fault> between(ProcessFile file, Contract contract, FormFields form) {
        return contract.declared().stream()
                .filter(variable -> variable.isWrittenBy(BY_FORM + form.id()))
                .flatMap(variable -> of(file, variable, form));
    }

    private static Stream<Fault> of(ProcessFile file, Contract.Variable variable, FormFields form) {
        if (form.isFreeText(variable.name())) {
            return Stream.of(Fault.of(file, "free-text", variable.name(), form.id()));
        }
        var allowed = variable.values();
        return allowed == null
                ? Stream.empty()
                : form.choices(variable.name()).stream()
                        .filter(choice -> !allowed.contains(choice))
                        .map(choice -> Fault.of(file, "choice-not-in-contract", choice, variable.name(), form.id()));
    }

    private static List<String> writers(Contract.Variable variable) {
        var writers = variable.writtenBy();
        return writers == null ? List.of() : writers;
    }
}
