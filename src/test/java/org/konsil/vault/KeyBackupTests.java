package org.konsil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.kernel.CaseId;
import org.springframework.util.FileSystemUtils;

/** The key store's own backups: short-lived, and no way back for what was destroyed. */
class KeyBackupTests {

    private static final Instant DAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final String PLACE = "table.column";

    @TempDir
    Path folder;

    private final CaseId kept = CaseId.next();
    private final CaseId erased = CaseId.next();

    private Store store(Duration later) {
        return Store.of(folder, Store.OLD).at(Clock.fixed(DAY.plus(later), ZoneOffset.UTC));
    }

    private byte[] seal(CaseId caseId) {
        return store(Duration.ZERO).vault().seal(caseId, Controller.HOME, PLACE, "record");
    }

    @Test
    void keysComeBackButNotThoseThatWereDestroyedBeforeOrAfter() throws Exception {
        var sealed = seal(kept);
        var gone = seal(erased);
        var backup = store(Duration.ZERO).backups().take();
        store(Duration.ofDays(1)).vault().destroy(erased, Controller.HOME);
        var destroyed = Files.readString(folder.resolve("keys/destroyed"));
        FileSystemUtils.deleteRecursively(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("keys"));
        // as the database's copy of the list brings it back
        Files.writeString(folder.resolve("keys/destroyed"), destroyed);

        var restored = store(Duration.ofDays(2)).restore().from(backup.file());

        assertThat(restored).isEqualTo(new KeyRestore.Restored(1, 1, 1));
        var vault = store(Duration.ofDays(2)).vault();
        assertThat(vault.open(kept, Controller.HOME, PLACE, sealed)).isEqualTo("record");
        assertThatThrownBy(() -> vault.open(erased, Controller.HOME, PLACE, gone))
                .isInstanceOf(ContentErased.class);
    }

    @Test
    void anOlderListInTheBackupIsHonouredToo() {
        seal(kept);
        seal(erased);
        store(Duration.ZERO).vault().destroy(erased, Controller.HOME);
        var backup = store(Duration.ofDays(1)).backups().take();
        var elsewhere = Store.of(folder.resolve("elsewhere"), Store.OLD).at(Clock.fixed(DAY, ZoneOffset.UTC));

        assertThat(elsewhere.restore().from(backup.file()).brought()).isEqualTo(1);
        assertThat(elsewhere.vault().isDestroyed(erased, Controller.HOME)).isTrue();
    }

    @Test
    void anExpiredBackupIsRefusedAndRemoved() {
        seal(kept);
        var backup = store(Duration.ZERO).backups().take();

        assertThatThrownBy(() -> store(Duration.ofDays(36)).restore().from(backup.file()))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("expired");
        store(Duration.ofDays(35)).backups().removeExpired();
        assertThat(backup.file()).exists();
        store(Duration.ofDays(36)).backups().take();
        assertThat(backup.file()).doesNotExist();
    }

    @Test
    void theLastCopyIsGoneWhenTheLastBackupBeforeTheDestructionIs() {
        seal(erased);
        var longer = store(Duration.ZERO).with("konsil.vault.backups.keep", "P60D");
        var backup = longer.backups().take();

        store(Duration.ofDays(1)).vault().destroy(erased, Controller.HOME);

        assertThat(store(Duration.ofDays(2)).vault().copiesGoneBy(erased, Controller.HOME))
                .isEqualTo(backup.expires());
    }

    @Test
    void noMasterKeyAndNoPlainKeyLiesInABackup() throws Exception {
        seal(kept);
        var name = KeyName.of(kept, Controller.HOME);
        var store = store(Duration.ZERO);
        var plain = store.master().unwrap(name, store.files().read(name).orElseThrow());
        var backup = store.backups().take();

        var content = KeyArchive.read(backup.file(), DAY);
        assertThat(content).containsKey("keys/" + name);
        assertThat(content.values()).allSatisfy(bytes -> {
            assertThat(contains(bytes, plain)).isFalse();
            assertThat(contains(bytes, Base64.getDecoder().decode(Store.OLD))).isFalse();
        });
    }

    @Test
    void aBackupFromBeforeAChangeOfTheMasterKeyIsRestoredUnderTheNewOne() {
        var sealed = seal(kept);
        var backup = store(Duration.ZERO).backups().take();
        var elsewhere =
                Store.of(folder.resolve("elsewhere"), Store.NEW).and(Store.OLD).at(Clock.fixed(DAY, ZoneOffset.UTC));

        assertThat(elsewhere.restore().from(backup.file()).brought()).isEqualTo(1);
        assertThat(Store.of(folder.resolve("elsewhere"), Store.NEW).vault().open(kept, Controller.HOME, PLACE, sealed))
                .isEqualTo("record");
    }

    @Test
    void aFileThatIsNoBackupIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("keys-x.zip"), "no archive");
        assertThatThrownBy(() -> store(Duration.ZERO).restore().from(file)).isInstanceOf(KeysRefused.class);
    }

    private static boolean contains(byte[] where, byte[] what) {
        for (int at = 0; at + what.length <= where.length; at++) {
            if (java.util.Arrays.equals(where, at, at + what.length, what, 0, what.length)) {
                return true;
            }
        }
        return false;
    }
}
