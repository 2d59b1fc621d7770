package org.konsil.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.konsil.engine.backup.ArchiveReader;
import org.konsil.engine.backup.ArchiveRefused;
import org.konsil.engine.backup.Restore;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Makes a data folder, and the database, from an archive. */
final class RestoreBackup {

    private RestoreBackup() {}

    static String run(Words words) throws IOException, SQLException {
        var file = words.file("from");
        try (var archive = ArchiveReader.open(file)) {
            var settings = words.settings();
            var home = Path.of(settings.getRequiredProperty("konsil.home"));
            boolean alone = alone(settings);
            if (alone == archive.manifest().databases().containsKey(Parts.DATABASE)) throw otherKind(alone);
            var restore = Restore.begin(archive, home, Parts.all());
            restore.files();
            restore.searches();
            if (!alone) {
                try (var context = words.at(restore.aside()).context()) {
                    restore.database(Parts.DATABASE, context.getBean(DataSource.class), Parts.migrations());
                }
            }
            restore.finish();
            return "%s is restored into %s, as of %s. Put the key store into its folder 'keys' if it is not there, then start the program."
                    .formatted(file, home, archive.manifest().taken());
        }
    }

    static boolean alone(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("engine"));
    }

    private static ArchiveRefused otherKind(boolean alone) {
        return new ArchiveRefused(
                alone
                        ? "This is not the backup of an engine alone: restore it without the profile engine."
                        : "This is the backup of an engine alone: restore it with --spring.profiles.active=engine.");
    }
}
