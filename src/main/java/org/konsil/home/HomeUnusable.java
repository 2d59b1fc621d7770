package org.konsil.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Nothing can be written into the data folder; the message says why. */
class HomeUnusable extends RuntimeException {

    HomeUnusable(Path home, IOException cause) {
        super("Konsil cannot write into its data folder %s: %s.".formatted(home, why(cause)), cause);
    }

    HomeUnusable(Path home, String why) {
        super("Konsil cannot use its data folder %s: %s.".formatted(home, why));
    }

    static String tooSmall(long freeMegabytes, long neededMegabytes) {
        return "only %d MB are free there, and %d are needed".formatted(freeMegabytes, neededMegabytes);
    }

    private static String why(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException occupied -> "a file of that name is in the way";
            case NoSuchFileException impossible -> "the folder cannot be made";
            case FileSystemException told when told.getReason() != null -> told.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
