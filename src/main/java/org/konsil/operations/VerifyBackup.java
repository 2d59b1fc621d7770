package org.konsil.operations;

import java.io.IOException;
import org.konsil.engine.backup.ArchiveReader;

/** Compares every byte of an archive with its manifest. */
final class VerifyBackup {

    private VerifyBackup() {}

    static String run(Words words) throws IOException {
        try (var archive = ArchiveReader.open(words.file("from"))) {
            return archive.summary();
        }
    }
}
