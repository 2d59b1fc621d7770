package org.konsil.forms;

import java.util.Locale;
import java.util.Optional;

/**
 * A rule for all text fields and dates whose form says {@code "properties": {"kind": "<name>"}}. Any module may bring one as
 * a bean, for example the terminology for {@code orpha} and {@code hpo}.
 */
public interface FieldKind {

    /** The value of {@code properties.kind} that it answers for. */
    String name();

    /** What is wrong with the value, as a sentence in the reader's language; empty if nothing is. */
    Optional<String> objection(String value, Locale reader);
}
