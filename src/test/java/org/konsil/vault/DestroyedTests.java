package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.home.Home;

class DestroyedTests {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final KeyName FIRST = new KeyName("first");
    private static final KeyName CUT = new KeyName("cut");
    private static final KeyName NEXT = new KeyName("next");

    @TempDir
    Path folder;

    @Test
    void aLineThatACrashCutAnywhereCountsForNothingAndIsInNobodysWay() throws IOException {
        var list = new Home(folder).keys().resolve("destroyed");
        new Destroyed(new Home(folder)).note(FIRST, AT);
        var whole = Files.readString(list);
        var line = CUT + " " + AT + "\n";
        for (int at = 0; at < line.length(); at++) {
            Files.writeString(list, whole + line.substring(0, at));
            var destroyed = new Destroyed(new Home(folder));

            assertThat(destroyed.names()).as("cut at %d", at).containsOnlyKeys(FIRST.value());
            destroyed.note(NEXT, AT);
            assertThat(destroyed.names()).containsOnlyKeys(FIRST.value(), NEXT.value());
            assertThat(new Destroyed(new Home(folder)).at(NEXT)).contains(AT);
        }
    }

    @Test
    void linesWithoutAMomentAreThoseOfTheFirstInstallations() throws IOException {
        var list = new Home(folder).keys().resolve("destroyed");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "old\n");

        assertThat(new Destroyed(new Home(folder)).at(new KeyName("old"))).isPresent();
    }
}
