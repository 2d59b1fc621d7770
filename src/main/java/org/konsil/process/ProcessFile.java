package org.konsil.process;

/** A file of process owners: its name without folder, and its content. */
public record ProcessFile(String name, byte[] content) {

    public boolean isNamed(String ending) {
        return name.endsWith(ending);
    }

    /** The name without its ending, which is the id of what the file holds. */
    public String id() {
        return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    }
}
