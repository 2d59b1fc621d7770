package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.Aside;
import org.konsil.kernel.CaseId;

/** The master key is changed while programs run that know the old one only. */
@Aside
class RotationTests {

    private static final String PLACE = "table.column";

    @TempDir
    Path folder;

    private Store old() {
        return Store.of(folder, Store.OLD);
    }

    private Store both() {
        return Store.of(folder, Store.OLD).and(Store.NEW);
    }

    private Store fresh() {
        return Store.of(folder, Store.NEW);
    }

    private Map<CaseId, byte[]> sealed(Vault vault, int cases) {
        var sealed = new TreeMap<CaseId, byte[]>((one, other) -> one.value().compareTo(other.value()));
        for (int at = 0; at < cases; at++) {
            var caseId = CaseId.next();
            sealed.put(caseId, vault.seal(caseId, Controller.HOME, PLACE, "record " + caseId));
        }
        return sealed;
    }

    private static void opens(Vault vault, Map<CaseId, byte[]> sealed) {
        sealed.forEach((caseId, content) ->
                assertThat(vault.open(caseId, Controller.HOME, PLACE, content)).isEqualTo("record " + caseId));
    }

    @Test
    void aProgramThatKnowsTheOldKeyGoesOnAndWrapsByTheNewOne() {
        var running = old().vault();
        var before = sealed(running, 20);

        assertThat(both().rotation().begin()).isEqualTo(21);

        opens(running, before);
        opens(old().vault(), before);
        var during = sealed(running, 5);
        assertThat(old().files().names())
                .allSatisfy(name -> assertThat(Wrapped.read(
                                        name.value(), old().files().read(name).orElseThrow())
                                .by())
                        .contains(fresh().master().configured().main().id()));
        opens(fresh().vault(), before);
        opens(fresh().vault(), during);
    }

    @Test
    void twiceIsOnce() {
        sealed(old().vault(), 3);
        assertThat(both().rotation().begin()).isEqualTo(4);
        assertThat(both().rotation().begin()).isZero();
        assertThat(fresh().rotation().finish()).isZero();
        assertThat(fresh().rotation().finish()).isZero();
    }

    @Test
    void afterItsEndTheOldKeyOpensNothing() {
        var before = sealed(old().vault(), 3);
        both().rotation().begin();
        assertThatThrownBy(() -> old().rotation().finish())
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("begin the change first");

        fresh().rotation().finish();

        opens(fresh().vault(), before);
        assertThatThrownBy(() -> old().vault()).isInstanceOf(MasterKeyUnusable.class);
    }

    @Test
    void withoutANewKeyNothingIsChanged() {
        sealed(old().vault(), 1);
        assertThatThrownBy(() -> old().rotation().begin()).isInstanceOf(KeysRefused.class);
    }

    @Test
    void aKeyThatIsDestroyedDuringTheChangeDoesNotComeBack() {
        var vault = old().vault();
        var before = sealed(vault, 1);
        var caseId = before.keySet().iterator().next();
        var name = KeyName.of(caseId, Controller.HOME);
        var copy = old().files().read(name).orElseThrow();
        vault.destroy(caseId, Controller.HOME);

        old().files().replace(name, copy);

        assertThat(old().files().read(name)).isEmpty();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void killedAgainAndAgainItIsTakenUpWhereItStoodAndTheProgramNoticesNothing() throws Exception {
        var running = old().vault();
        var before = sealed(running, 600);
        for (int kill = 0; kill < 2; kill++) {
            var child = rotate();
            try {
                var wanted = wrappedByNew() + 50;
                while (child.isAlive() && wrappedByNew() < wanted) {
                    sealed(running, 1);
                }
            } finally {
                child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            opens(running, before);
        }
        var last = rotate();
        var during = new ArrayList<Map<CaseId, byte[]>>();
        while (last.isAlive()) {
            during.add(sealed(running, 1));
        }
        assertThat(last.exitValue())
                .as(Files.readString(folder.resolve("rotate.log")))
                .isZero();
        fresh().rotation().finish();
        opens(fresh().vault(), before);
        assertThat(during).isNotEmpty().allSatisfy(each -> opens(fresh().vault(), each));
    }

    private long wrappedByNew() {
        var id = new LocalKey(java.util.Base64.getDecoder().decode(Store.NEW)).id();
        var files = old().files();
        return files.names().stream()
                .filter(name -> Wrapped.read(name.value(), files.read(name).orElseThrow())
                        .by()
                        .filter(id::equals)
                        .isPresent())
                .count();
    }

    private Process rotate() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("kc/test"))
                                .toList()),
                "org.konsil.Konsil",
                "rotate-master-key",
                "--konsil.home=" + folder));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Files.createDirectories(folder).resolve("rotate.log").toFile()));
        builder.environment().put("KONSIL_MASTER_KEY", Store.OLD);
        builder.environment().put("KONSIL_OTHER_MASTER_KEY", Store.NEW);
        return builder.start();
    }
}
