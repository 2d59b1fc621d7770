package org.konsil.vault;

import java.nio.file.Path;
import java.time.Clock;
import org.konsil.home.Home;
import org.springframework.mock.env.MockEnvironment;

/** A key store in a folder as one program sees it, with the master keys of its settings. */
record Store(Path folder, MockEnvironment settings, Clock clock) {

    static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    static final String NEW = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    static Store of(Path folder, String main) {
        return new Store(folder, new MockEnvironment(), Clock.systemUTC()).with("konsil.vault.master-key", main);
    }

    Store with(String name, String value) {
        settings.setProperty(name, value);
        return this;
    }

    Store and(String other) {
        return with("konsil.vault.other.master-key", other);
    }

    Store at(Clock other) {
        return new Store(folder, settings, other);
    }

    Home home() {
        return new Home(folder);
    }

    Destroyed destroyed() {
        return new Destroyed(home());
    }

    KeyFiles files() {
        return new KeyFiles(home(), destroyed());
    }

    MasterFiles masterFiles() {
        return new MasterFiles(home());
    }

    MasterKey master() {
        return new MasterKey(settings, files(), masterFiles());
    }

    Keys keys() {
        return new Keys(files(), destroyed(), master());
    }

    KeyBackups backups() {
        return new KeyBackups(
                new KeyBackupSettings(settings, home()), new KeyArchive(files(), masterFiles(), destroyed()), clock);
    }

    Vault vault() {
        return new KeyedVault(keys(), backups(), said -> {}, clock);
    }

    Pseudonyms pseudonyms() {
        return new KeyedPseudonyms(keys());
    }

    Rotation rotation() {
        return new Rotation(files(), masterFiles(), master());
    }

    KeyRestore restore() {
        return new KeyRestore(files(), destroyed(), master(), clock);
    }
}
