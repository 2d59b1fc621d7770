package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The backups of the key store that lie in their folder. */
@Component
class KeyBackups {

    private final KeyBackupSettings settings;
    private final KeyArchive archive;
    private final Clock clock;

    KeyBackups(KeyBackupSettings settings, KeyArchive archive, Clock clock) {
        this.settings = settings;
        this.archive = archive;
        this.clock = clock;
    }

    /** Takes one beside whatever runs, and removes those that have expired. */
    KeyBackup take() {
        removeExpired();
        var now = clock.instant();
        var backup = KeyBackup.at(settings.folder(), now, now.plus(settings.keep()));
        archive.write(backup);
        return backup;
    }

    /** When the last copy of a key is gone that was destroyed then; also if backups live shorter today than they did. */
    Instant goneBy(Instant destroyed) {
        return all().stream()
                .filter(backup -> !backup.taken().isAfter(destroyed))
                .map(KeyBackup::expires)
                .filter(destroyed.plus(settings.keep())::isBefore)
                .max(Instant::compareTo)
                .orElseGet(() -> destroyed.plus(settings.keep()));
    }

    @Scheduled(fixedDelayString = "PT1H")
    void removeExpired() {
        var now = clock.instant();
        all().stream()
                .filter(backup -> !backup.expires().isAfter(now))
                .forEach(backup -> Durable.delete(backup.file()));
    }

    private List<KeyBackup> all() {
        if (!Files.isDirectory(settings.folder())) {
            return List.of();
        }
        try (var files = Files.list(settings.folder())) {
            return files.map(KeyBackup::of).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
