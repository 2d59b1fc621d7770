package org.konsil.operations;

import java.io.IOException;
import org.konsil.engine.backup.ArchiveReader;

/** Compares every byte of an archive with its manifest. */
final class VerifyBackup {

    private VerifyBackup() {}

    static String run(Words words) throws IOException {
        var file = words.file("from");
        try (var archive = ArchiveReader.open(file)) {
            var manifest = archive.manifest();
            return "%s is whole: %d entries, taken %s by Konsil %s (engine %s, log up to position %d)."
                    .formatted(
                            file,
                            manifest.entries().size(),
                            manifest.taken(),
                            manifest.writtenBy().product(),
                            manifest.writtenBy().engine(),
                            manifest.position());
        }
    }
}
