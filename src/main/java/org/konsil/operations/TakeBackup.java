package org.konsil.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.konsil.engine.backup.ArchiveRefused;
import org.konsil.engine.backup.Backup;
import org.konsil.engine.backup.BackupPlan;
import org.springframework.context.ConfigurableApplicationContext;

/** Takes a backup: by asking the program that runs, else by itself. */
final class TakeBackup {

    private TakeBackup() {}

    static String run(Words words) throws IOException, InterruptedException {
        var file = words.file("to");
        if (Files.exists(file)) throw new ArchiveRefused("The file %s is there already: name another.".formatted(file));
        try (var context = words.context()) {
            return run(context, file);
        }
    }

    private static String run(ConfigurableApplicationContext context, Path file)
            throws IOException, InterruptedException {
        var environment = context.getEnvironment();
        var home = Path.of(environment.getRequiredProperty("konsil.home"));
        var engine = home.resolve(Parts.ENGINE);
        if (Backup.isRunning(engine)) {
            Moved.to(file, new RunningProgram(environment).takeBackup());
            return "%s is taken; the program went on meanwhile.".formatted(file);
        }
        if (!Files.isDirectory(engine))
            throw new ArchiveRefused("There is no engine in %s: nothing to back up.".formatted(home));
        var plan = new BackupPlan(file, Map.of(), Parts.folders(home));
        boolean alone = RestoreBackup.alone(environment);
        var taken = Backup.offline(engine, alone ? plan : plan.with(Parts.DATABASE, context.getBean(DataSource.class)));
        return "%s is taken: %d bytes, SHA-256 %s.".formatted(file, taken.bytes(), taken.sha256());
    }
}
