package org.konsil.home;

import java.io.IOException;
import java.nio.file.Path;

/** Nothing can be written into the data folder. */
class HomeUnusable extends RuntimeException {

    private final Path home;

    HomeUnusable(Path home, IOException cause) {
        super("The data folder " + home + " cannot be written", cause);
        this.home = home;
    }

    Path home() {
        return home;
    }
}
