package org.konsil.forms;

import java.util.List;
import java.util.stream.Collectors;

/** A label or paragraph of a form, in pieces: plain text, and FEEL between {@code {{ }}} or behind a leading {@code =}. */
record Words(List<Formula> pieces) {

    static final Words NONE = new Words(List.of());

    String say(Scope scope) {
        return pieces.stream().map(piece -> said(piece, scope)).collect(Collectors.joining());
    }

    private static String said(Formula piece, Scope scope) {
        var value = piece.value(scope);
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
