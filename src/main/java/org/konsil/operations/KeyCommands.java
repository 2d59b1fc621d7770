package org.konsil.operations;

import org.konsil.vault.KeyStoreDesk;

/** The key store's commands; the programs that use it go on meanwhile. */
final class KeyCommands {

    private KeyCommands() {}

    static String rotate(Words words) {
        var keys = new KeyStoreDesk(words.settings());
        return words.all().contains("--finish") ? keys.finishRotation() : keys.rotate();
    }

    static String backUp(Words words) {
        return new KeyStoreDesk(words.settings()).backUp();
    }

    static String restore(Words words) {
        var file = words.file("from");
        return new KeyStoreDesk(words.settings()).restore(file);
    }
}
