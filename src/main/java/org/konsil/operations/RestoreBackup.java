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
            var home = home(words);
            var restore = Restore.begin(archive, home, Parts.all());
            restore.files();
            try (var context = words.at(restore.aside()).context()) {
                var name = Parts.database(alone(context.getEnvironment()));
                if (!archive.manifest().databases().containsKey(name)) throw otherKind(name);
                restore.database(name, context.getBean(DataSource.class), Parts.migrations());
            }
            restore.finish();
            return "%s is restored into %s, as of %s. Put the key store into its folder 'keys' if it is not there, then start the program."
                    .formatted(file, home, archive.manifest().taken());
        }
    }

    private static Path home(Words words) {
        try (var context = words.context()) {
            return Path.of(context.getEnvironment().getRequiredProperty("konsil.home"));
        }
    }

    static boolean alone(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("engine"));
    }

    private static ArchiveRefused otherKind(String name) {
        return new ArchiveRefused(
                name.equals(Parts.SEARCHES)
                        ? "This is not the backup of an engine alone: restore it without the profile engine."
                        : "This is the backup of an engine alone: restore it with --spring.profiles.active=engine.");
    }
}
