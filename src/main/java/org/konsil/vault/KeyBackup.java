package org.konsil.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One backup of the key store. Its file name says when it was taken and when it is to be gone, so that whatever cleans up need not open
 * it.
 */
record KeyBackup(Path file, Instant taken, Instant expires) {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("keys-(\\d{8}T\\d{6}Z)-until-(\\d{8}T\\d{6}Z)\\.zip");

    /** Expiry is counted up to the next whole second, so that no name says less than was promised. */
    static KeyBackup at(Path folder, Instant taken, Instant expires) {
        var until = expires.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new KeyBackup(
                folder.resolve("keys-%s-until-%s.zip".formatted(AT.format(taken), AT.format(until))), taken, until);
    }

    static Optional<KeyBackup> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches()
                    ? Optional.of(new KeyBackup(
                            file, AT.parse(name.group(1), Instant::from), AT.parse(name.group(2), Instant::from)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
