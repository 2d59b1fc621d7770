package org.konsil.operations;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups are kept and when they are taken.
 *
 * @param folder {@code backups} under konsil.home when not given
 * @param every how often one is taken without being asked for; never when not given
 * @param keep how many of those stay
 */
@ConfigurationProperties("konsil.backups")
record BackupSettings(
        @Nullable Path folder,
        @Nullable Duration every,
        @DefaultValue("7") int keep) {

    BackupSettings {
        if (keep < 1) throw new IllegalArgumentException("konsil.backups.keep must be at least 1");
    }

    Path in(Path home) {
        return folder == null ? home.resolve("backups") : folder;
    }
}
