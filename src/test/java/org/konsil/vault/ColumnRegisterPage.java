package org.konsil.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the document from the register. */
final class ColumnRegisterPage {

    static final Path FILE = Path.of("src/docs/security/columns.md");

    private ColumnRegisterPage() {}

    public static void main(String... args) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, ColumnRegister.read().page());
    }
}
