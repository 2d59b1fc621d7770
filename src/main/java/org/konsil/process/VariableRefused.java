package org.konsil.process;

/** Something tried to hand the engine what no variable contract allows. The message names the variable, never its value. */
public final class VariableRefused extends RuntimeException {

    VariableRefused(String variable, String reason) {
        super("Variable '" + variable + "' was kept from the engine: " + reason);
    }
}
