package org.konsil.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.konsil.home.Home;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where backups of the key store lie and how long they live; {@code konsil.vault.backups}. An erasure is complete when the last of them
 * has gone, so they live short.
 */
@Component
class KeyBackupSettings {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Path folder;
    private final Duration keep;

    KeyBackupSettings(Environment environment, Home home) {
        var named = environment.getProperty("konsil.vault.backups.folder", "");
        this.folder = named.isBlank()
                ? home.folder().resolve("key-backups")
                : Path.of(named).toAbsolutePath();
        this.keep = DurationStyle.detectAndParse(environment.getProperty("konsil.vault.backups.keep", "P35D"));
        if (keep.isNegative() || keep.isZero() || keep.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "konsil.vault.backups.keep must be longer than nothing and at most a year");
        }
    }

    Path folder() {
        return folder;
    }

    Duration keep() {
        return keep;
    }
}
