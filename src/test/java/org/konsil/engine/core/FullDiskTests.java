package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.Jvm;

/** A disk that is really full: a file system in memory, which Linux lets everybody mount in a name space of one's own. Elsewhere this is skipped. */
@Aside
class FullDiskTests {

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aFullDiskStopsTheEngineWithASentenceAndLosesNothing() throws Exception {
        assumeTrue(run("true").isEmpty(), "No file system can be mounted here without privileges");
        var java =
                "%s -XX:TieredStopAtLevel=1 -Xmx300m %s . ".formatted(Jvm.java("java"), FullDiskChild.class.getName());
        var said = run(java + "fill; echo ended $?; rm filler-*; " + java + "look");
        assertThat(said).anyMatch(line -> line.startsWith("refused Only") && line.contains("make room"));
        assertThat(said).contains("finished", "ended 74");
        assertThat(said)
                .anyMatch(line -> line.contains("cannot be written (No space left on device)")
                        && line.contains("Nothing that was acknowledged is lost"));
        var created = about(said.subList(0, said.indexOf("ended 74")), "created ");
        assertThat(created).hasSizeGreaterThan(10);
        assertThat(about(said, "there "))
                .containsAll(created.stream().map(one -> one + " 1").toList());
        assertThat(said).contains("created 1000001");
    }

    private static List<String> about(List<String> said, String what) {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .toList();
    }

    /** What the command says on a disk of 96 MB that exists only for it. */
    private List<String> run(String command) throws IOException, InterruptedException {
        try {
            var inside = "mount -t tmpfs -o size=96m none . && cd \"$PWD\" && " + command;
            var builder = new ProcessBuilder("unshare", "-rm", "sh", "-c", inside)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("CLASSPATH", Jvm.classpath()); // the child works in another folder
            var shell = builder.start();
            try (var out = shell.inputReader()) {
                return out.lines().toList();
            } finally {
                shell.destroy();
                assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
            }
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
