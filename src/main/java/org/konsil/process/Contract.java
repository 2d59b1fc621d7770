package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables that a process may hold, as its file {@code <id>.variables.yaml} says. */
record Contract(String process, @Nullable List<Variable> variables) {

    /**
     * @param type {@code id}, {@code code}, {@code country}, ... or {@code list-of-} one of them
     * @param values for codes: the choices
     * @param writtenBy {@code start}, {@code form:<id>}, {@code worker:<job type>}, {@code rule:<decision>}, {@code message:<name>}
     */
    record Variable(
            String name,
            String type,
            @Nullable List<String> values,
            @Nullable List<String> writtenBy) {

        private static final String LIST = "list-of-";

        /** Checks that the type exists and codes have values. */
        void requireSound() {
            if (form() == VariableForm.CODE && choices().isEmpty()) {
                throw new IllegalArgumentException("variable '" + name + "' is a code without values");
            }
        }

        boolean isWrittenBy(String writer) {
            return writtenBy != null && writtenBy.contains(writer);
        }

        boolean fits(JsonNode value) {
            if (!type.startsWith(LIST)) {
                return value.isNull() || form().fits(value, choices());
            }
            if (!value.isArray()) {
                return value.isNull();
            }
            for (var item : value) {
                if (!form().fits(item, choices())) {
                    return false;
                }
            }
            return true;
        }

        private VariableForm form() {
            return VariableForm.of(type.startsWith(LIST) ? type.substring(LIST.length()) : type);
        }

        private List<String> choices() {
            return values == null ? List.of() : values;
        }
    }

    List<Variable> declared() {
        return variables == null ? List.of() : variables;
    }

    Optional<Variable> variable(String name) {
        return declared().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
