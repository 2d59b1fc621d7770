package org.konsil.engine.store;

import java.util.List;
import java.util.stream.Stream;

/** A value that must be one of a list, as the contract's own classes have it; upper and lower case do not matter. */
record Choice(String field, List<String> values) {

    /** What the generated classes read when a newer server sends something that they do not know. */
    private static final String UNKNOWN = "UNKNOWN_DEFAULT_OPEN_API";

    static Choice of(String field, Class<? extends Enum<?>> contract) {
        var values = Stream.of(contract.getEnumConstants())
                .filter(it -> !it.name().equals(UNKNOWN))
                .map(Enum::toString)
                .toList();
        return new Choice(field, values);
    }

    String pick(String wanted) {
        return values.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new SearchRefused("Unexpected value '" + wanted + "' for enum field '" + field
                        + "'. Use any of the following values: " + values));
    }
}
