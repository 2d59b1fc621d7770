package org.konsil.process;

/** A file of process owners: its name without folder, and its content. */
record ProcessFile(String name, byte[] content) {

    boolean isNamed(String ending) {
        return name.endsWith(ending);
    }
}
