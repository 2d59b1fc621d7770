package org.konsil.home;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder in which everything of this installation lies that is not in the database; property {@code konsil.home}. */
@Component
public class Home {

    private final Path folder;

    public Home(@Value("${konsil.home}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /** The key store: outside the database and outside its backup. */
    public Path keys() {
        return folder.resolve("keys");
    }

    /** Sealed attachments. */
    public Path files() {
        return folder.resolve("files");
    }
}
