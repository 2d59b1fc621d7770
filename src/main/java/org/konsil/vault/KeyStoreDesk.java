package org.konsil.vault;

import java.nio.file.Path;
import java.time.Clock;
import org.konsil.home.Home;
import org.springframework.core.env.Environment;

/**
 * What an operator does with the key store from the command line, while programs use it. Each answers a sentence; what is refused is a
 * {@link KeysRefused}.
 */
public final class KeyStoreDesk {

    private final Rotation rotation;
    private final KeyBackups backups;
    private final KeyRestore restore;
    private final MasterKey master;

    /** @param settings as the program itself would have them */
    public KeyStoreDesk(Environment settings) {
        var clock = Clock.systemUTC();
        var home = new Home(Path.of(settings.getRequiredProperty("konsil.home")));
        var destroyed = new Destroyed(home);
        var keys = new KeyFiles(home, destroyed);
        var files = new MasterFiles(home);
        this.master = asked(settings, keys, files);
        this.rotation = new Rotation(keys, files, master);
        this.backups =
                new KeyBackups(new KeyBackupSettings(settings, home), new KeyArchive(keys, files, destroyed), clock);
        this.restore = new KeyRestore(keys, destroyed, master, clock);
    }

    private static MasterKey asked(Environment settings, KeyFiles keys, MasterFiles files) {
        try {
            return new MasterKey(settings, keys, files);
        } catch (MasterKeyUnusable e) {
            throw new KeysRefused(String.valueOf(e.getMessage()));
        }
    }

    /** Brings the other master key of the settings into force. */
    public String rotate() {
        int wrapped = rotation.begin();
        return ("%d keys were wrapped anew; the master key in force is %s. Programs that run go on. Now make the new master key the one"
                        + " of the settings, start each program again, and run rotate-master-key --finish.")
                .formatted(wrapped, master.inForce());
    }

    /** Takes away the old master key's way to the new one. */
    public String finishRotation() {
        int wrapped = rotation.finish();
        return "%d keys were wrapped anew; the master key %s alone opens the key store. Keep the old one until the last backup of its time has expired."
                .formatted(wrapped, master.inForce());
    }

    public String backUp() {
        var backup = backups.take();
        return "%s is taken; it is removed at %s.".formatted(backup.file(), backup.expires());
    }

    public String restore(Path file) {
        var done = restore.from(file);
        return "%d keys are restored, %d were there, %d stay destroyed."
                .formatted(done.brought(), done.there(), done.destroyed());
    }
}
