package org.konsil.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.engine.EmbeddedEngine;
import org.konsil.engine.backup.BackupPlan;
import org.konsil.engine.backup.BackupTaken;
import org.konsil.home.Home;
import org.konsil.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The archives in the folder of backups, and one more at a time. Each is accounted for in the history. */
@Component
class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String SUFFIX = ".zip";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectProvider<EmbeddedEngine> engine;
    private final DataSource database;
    private final Home home;
    private final Audit audit;
    private final Clock clock;
    private final Path folder;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Backups(
            ObjectProvider<EmbeddedEngine> engine,
            DataSource database,
            Home home,
            BackupSettings settings,
            Audit audit,
            Clock clock) {
        this.engine = engine;
        this.database = database;
        this.home = home;
        this.audit = audit;
        this.clock = clock;
        this.folder = settings.in(home.folder());
    }

    /** Takes one now; refused while another is under way, and where the engine is another program. */
    BackupTaken take(Actor actor, String kind) throws IOException {
        var running = engine.getIfAvailable();
        if (running == null) throw BackupRefused.engineElsewhere();
        if (!underWay.compareAndSet(false, true)) throw BackupRefused.underWay();
        try {
            removeUnfinished();
            var taken = running.backup(plan(kind + NAME.format(clock.instant()) + SUFFIX));
            note(actor, Entry.Outcome.DONE, taken);
            return taken;
        } catch (IOException | RuntimeException e) {
            noteFailure(actor, e);
            throw e;
        } finally {
            underWay.set(false);
        }
    }

    private BackupPlan plan(String name) {
        return new BackupPlan(folder.resolve(name), Map.of(Parts.DATABASE, database), Parts.folders(home.folder()));
    }

    /** Those that are there, the newest first. */
    List<Kept> all() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(Kept::of)
                    .sorted(Comparator.comparing(Kept::taken).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes those of this kind but for the newest. */
    void keepOnly(int newest, String kind) throws IOException {
        var ofThisKind =
                all().stream().filter(one -> one.name().startsWith(kind)).toList();
        for (var old : ofThisKind.subList(Math.min(newest, ofThisKind.size()), ofThisKind.size()))
            Files.deleteIfExists(folder.resolve(old.name()));
    }

    /** What a program left that was killed while it wrote. */
    private void removeUnfinished() throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(SUFFIX + ".part"))
                    .toList()) Files.delete(file);
        }
    }

    private void note(Actor actor, Entry.Outcome outcome, BackupTaken taken) {
        LOG.atInfo()
                .addKeyValue("bytes", taken.bytes())
                .addKeyValue("position", taken.position())
                .addKeyValue("heldMillis", taken.held().toMillis())
                .addKeyValue("tookMillis", taken.whole().toMillis())
                .log("Backup {} taken", taken.file().getFileName());
        audit.recordApart(new Entry(
                actor,
                "backup-taken",
                null,
                "backup:" + taken.file().getFileName(),
                null,
                outcome,
                null,
                Map.of("sha256", taken.sha256(), "bytes", String.valueOf(taken.bytes()))));
    }

    private void noteFailure(Actor actor, Exception why) {
        audit.recordApart(new Entry(
                actor,
                "backup-taken",
                null,
                null,
                null,
                Entry.Outcome.FAILED,
                why.getClass().getSimpleName(),
                Map.of()));
    }
}
