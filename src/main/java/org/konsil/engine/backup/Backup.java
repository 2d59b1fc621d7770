package org.konsil.engine.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.state.EngineFolderRefused;
import org.konsil.engine.state.FolderLock;
import org.konsil.engine.state.VersionMark;
import org.konsil.engine.store.OwnDatabase;

/**
 * Takes a backup. Engine and databases are those of one moment at which no command of a client came in: a crash could have met this very
 * pair, so a restored program goes on as after a crash. All else is copied after that moment, while everything goes on.
 */
public final class Backup {

    /** Lets something be done while no command of a client comes in and nothing of the engine's files is dropped; answers how long that was. */
    public interface Stillness {
        Duration during(Moment moment) throws IOException, SQLException;
    }

    /** What is done then; must be brief. */
    public interface Moment {
        void happen() throws IOException, SQLException;
    }

    private final BackupPlan plan;
    private final Path engine;
    private final Map<String, DatabaseCopy> databases = new LinkedHashMap<>();
    private @Nullable EngineCopy copy;
    private Instant taken = Instant.MIN;

    private Backup(Path engine, BackupPlan plan) {
        this.engine = engine;
        this.plan = plan;
    }

    /** Of a running engine. @param end the last position of its log, asked within the stillness */
    public static BackupTaken online(Path engine, BackupPlan plan, Stillness stillness, LongSupplier end)
            throws IOException {
        return new Backup(engine, plan).take(stillness, end);
    }

    /** Of an engine that does not run; refuses one that does. */
    public static BackupTaken offline(Path engine, BackupPlan plan) throws IOException {
        try (var lock = FolderLock.take(engine)) {
            VersionMark.check(engine);
            return OwnDatabase.isIn(engine) ? withItsSearches(engine, plan) : stopped(engine, plan);
        } catch (SQLException e) {
            throw new IOException("The engine's searches could not be copied: " + e.getMessage(), e);
        }
    }

    private static BackupTaken withItsSearches(Path engine, BackupPlan plan) throws IOException, SQLException {
        try (var searches = OwnDatabase.in(engine)) {
            return stopped(engine, plan.with(OwnDatabase.NAME, searches.connections()));
        }
    }

    private static BackupTaken stopped(Path engine, BackupPlan plan) throws IOException {
        return new Backup(engine, plan).take(Backup::nobodyRuns, () -> EngineCopy.WHOLE);
    }

    /** Drops what a backup held that ended with the program; to be called before the engine works. */
    public static void forgetUnfinished(Path engine) throws IOException {
        EngineCopy.forget(engine);
    }

    /** Whether a program has the engine's folder open just now. */
    public static boolean isRunning(Path engine) {
        if (!Files.exists(engine)) return false;
        try (var lock = FolderLock.take(engine)) {
            return false;
        } catch (EngineFolderRefused inUse) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration nobodyRuns(Moment moment) throws IOException, SQLException {
        moment.happen();
        return Duration.ZERO;
    }

    private BackupTaken take(Stillness stillness, LongSupplier end) throws IOException {
        long begun = System.nanoTime();
        try (var archive = new ArchiveWriter(plan.file())) {
            for (var one : plan.databases().entrySet()) databases.put(one.getKey(), DatabaseCopy.of(one.getValue()));
            var position = new long[1];
            var held = stillness.during(() -> {
                for (var database : databases.values()) database.fix();
                position[0] = end.getAsLong();
                copy = EngineCopy.of(engine, position[0]);
                taken = Instant.now();
            });
            var sha256 = write(archive, position[0], held);
            var whole = Duration.ofNanos(System.nanoTime() - begun);
            return new BackupTaken(plan.file(), taken, Files.size(plan.file()), sha256, position[0], held, whole);
        } catch (SQLException e) {
            throw new IOException("The database could not be copied: " + e.getMessage(), e);
        } finally {
            letGo();
        }
    }

    private String write(ArchiveWriter archive, long position, Duration held) throws IOException, SQLException {
        EngineCopy.mark(archive);
        if (copy != null) copy.writeTo(archive);
        var described = new TreeMap<String, Manifest.Database>();
        for (var one : databases.entrySet())
            described.put(one.getKey(), one.getValue().writeTo(archive, one.getKey()));
        for (var one : plan.folders().entrySet()) Folder.archive(archive, one.getKey(), one.getValue());
        return archive.finish(entries -> new Manifest(
                Manifest.FORMAT, VersionMark.ours(), taken.toString(), position, held.toMillis(), described, entries));
    }

    private void letGo() throws IOException {
        if (copy != null) copy.close();
        for (var database : databases.values()) {
            try {
                database.close();
            } catch (SQLException e) {
                continue; // the connection is gone, and with it what it held
            }
        }
    }
}
