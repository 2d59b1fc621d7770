package org.konsil.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konsil.engine.core.CoreSettings;
import org.konsil.engine.core.DurableEngine;

class VersionMarkTests {

    private static final String OURS = VersionMark.ours().engine();

    @TempDir
    Path folder;

    private void open() {
        DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {})
                .close();
    }

    private void wroteLast(int format, String engine, String product) throws IOException {
        new VersionMark(format, engine, product).write(folder);
    }

    @Test
    void aFolderSaysWhoWroteItLast() throws IOException {
        open();

        assertThat(VersionMark.in(folder)).contains(VersionMark.ours());
        assertThat(OURS).startsWith("8.");
    }

    @ParameterizedTest
    @CsvSource({"2, 8.8.0", "1, 8.9.0", "1, 9.0.0", "1, 8.8.999"})
    void aFolderOfANewerVersionIsRefusedBeforeAnythingInItIsOpened(int format, String engine) throws IOException {
        wroteLast(format, engine, "development");

        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("newer version")
                .hasMessageContaining("Start that version or a later one");
        assertThat(folder.resolve("log")).doesNotExist();
        assertThat(VersionMark.in(folder).orElseThrow().engine()).isEqualTo(engine);
    }

    @ParameterizedTest
    @CsvSource({"0.1.0, 0.1.1, true", "0.1.0-SNAPSHOT, 0.1.0, false", "1.0, 0.9, false", "0.9, 0.10, true"})
    void aNewerProductIsNewerByItsNumbers(String ours, String theirs, boolean newer) {
        assertThat(VersionMark.newer(theirs, ours)).isEqualTo(newer);
    }

    @Test
    void aFolderOfAnOlderVersionIsOpenedAndBelongsToThisOneFromThenOn() throws IOException {
        open();
        wroteLast(1, "8.7.3", "development");

        open();

        assertThat(VersionMark.in(folder)).contains(VersionMark.ours());
    }

    @Test
    void aFolderFromBeforeTheMarksIsOpened() throws IOException {
        open();
        Files.delete(folder.resolve("version"));

        open();

        assertThat(VersionMark.in(folder)).contains(VersionMark.ours());
    }

    @Test
    void aVersionInBetweenMustNotBeLeftOut() throws IOException {
        wroteLast(1, "8.5.0", "development");

        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("Start the versions in between first");
    }

    @Test
    void aMarkThatNobodyUnderstandsIsRefused() throws IOException {
        Files.writeString(folder.resolve("version"), "format=new\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(EngineFolderRefused.class)
                .hasMessageContaining("cannot be understood");
    }
}
