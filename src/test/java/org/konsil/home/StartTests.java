package org.konsil.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class StartTests {

    @TempDir
    Path folder;

    private static StaticApplicationContext contextAt(Path home) {
        var context = new StaticApplicationContext();
        context.setEnvironment(new MockEnvironment().withProperty("konsil.home", home.toString()));
        return context;
    }

    @Test
    void aDataFolderIsMadeWhereThereIsNone() {
        var home = folder.resolve("a/b");

        new HomeIsUsable().initialize(contextAt(home));

        assertThat(home).isDirectory().isEmptyDirectory();
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsToldInASentence() throws IOException {
        var occupied = Files.writeString(folder.resolve("occupied"), "a file");

        assertThatThrownBy(() -> new HomeIsUsable().initialize(contextAt(occupied)))
                .isInstanceOfSatisfying(
                        HomeUnusable.class,
                        unusable -> assertThat(new HomeUnusableAnalyzer()
                                        .analyze(unusable)
                                        .getDescription())
                                .contains(occupied.toString(), "a file of that name is in the way"));
    }

    @Test
    void aRelativeFolderIsFixedOnce() {
        var environment = new MockEnvironment().withProperty("konsil.home", "data");

        new HomeIsAbsolute().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("konsil.home"))
                .isEqualTo(Path.of("data").toAbsolutePath().toString());
    }

    @Test
    void aPortAFolderOrADiskInUseIsToldInASentence() {
        assertThat(told(new PortUnusableAnalyzer(), new IllegalStateException(new PortInUseException(8080))))
                .contains("8080");
        assertThat(new PortUnusableAnalyzer().analyze(new IllegalStateException("else")))
                .isNull();
        assertThat(told(new DatabaseInUseAnalyzer(), new SQLException("already in use", "90020", 90020)))
                .contains("in use");
        assertThat(new DatabaseInUseAnalyzer().analyze(new SQLException("else")))
                .isNull();
        assertThat(told(new DiskFullAnalyzer(), new IllegalStateException(new IOException("No space left on device"))))
                .contains("full");
        assertThat(new DiskFullAnalyzer().analyze(new IOException("else"))).isNull();
    }

    private static String told(FailureAnalyzer analyzer, Throwable failure) {
        var told = analyzer.analyze(failure);
        return told == null ? "nothing" : told.getDescription();
    }
}
