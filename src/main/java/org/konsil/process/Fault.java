package org.konsil.process;

import java.util.List;

/**
 * What is wrong with a file of a process owner.
 *
 * @param code the last part of the message {@code process.fault.<code>}
 * @param arguments names that stand in the file
 */
public record Fault(String file, String code, List<Object> arguments) {

    public static Fault of(ProcessFile file, String code, Object... arguments) {
        return new Fault(file.name(), code, List.of(arguments));
    }
}
