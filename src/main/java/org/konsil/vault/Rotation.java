package org.konsil.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/**
 * Changes the master key while programs run. Each step is whole or not done, and all of it may be done again: what is wrapped by the new
 * key already stays as it is.
 */
@Component
class Rotation {

    /** Between two looks a program that had just read the old word may have made a key; it does not do so forever. */
    private static final int LOOKS = 10;

    private final KeyFiles keys;
    private final MasterFiles files;
    private final MasterKey master;

    Rotation(KeyFiles keys, MasterFiles files, MasterKey master) {
        this.keys = keys;
        this.files = files;
        this.master = master;
    }

    /** From the master key in force to the other one that the settings name. @return how many keys were wrapped anew */
    int begin() {
        var next = master.configured()
                .other()
                .orElseThrow(() -> new KeysRefused(
                        "The new master key is not set: name it with konsil.vault.other.master-key-file or its like."));
        return alone(() -> {
            if (!master.inForce().equals(next.id())) {
                link(next);
                files.putInForce(next.id());
            }
            return wrapAllBy(next);
        });
    }

    /** After every program was started with the new master key: from now on the old one opens nothing. */
    int finish() {
        var main = master.configured().main();
        if (!master.inForce().equals(main.id())) {
            throw new KeysRefused(
                    "The master key in force is %s, and the settings name %s: begin the change first, or set the new one."
                            .formatted(master.inForce(), main.id()));
        }
        return alone(() -> {
            int wrapped = wrapAllBy(main);
            files.links().forEach(files::unlink);
            return wrapped;
        });
    }

    /** A key in memory reaches running programs through the old one; one of a service is known to them by its settings. */
    private void link(WrappingKey next) {
        if (next instanceof LocalKey local) {
            var name = new KeyName("master." + next.id());
            files.link(next.id(), master.wrap(name, local.bytes()));
        }
    }

    private int wrapAllBy(WrappingKey next) {
        int all = 0;
        for (int look = 0; look < LOOKS; look++) {
            int now = 0;
            for (var name : keys.names()) {
                now += wrapBy(next, name);
            }
            if (now == 0) {
                return all;
            }
            all += now;
        }
        return all;
    }

    private int wrapBy(WrappingKey next, KeyName name) {
        var file = keys.read(name);
        if (file.isEmpty()
                || Wrapped.read(name.value(), file.get())
                        .by()
                        .filter(next.id()::equals)
                        .isPresent()) {
            return 0;
        }
        keys.replace(name, master.wrap(next, name, master.unwrap(name, file.get())));
        return 1;
    }

    private int alone(java.util.function.IntSupplier work) {
        try {
            Files.createDirectories(files.folder());
            var lock = files.folder().resolve(".changing");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.tryLock()) {
                if (held == null) {
                    throw new KeysRefused("The master key is being changed already.");
                }
                return work.getAsInt();
            } catch (OverlappingFileLockException e) {
                throw new KeysRefused("The master key is being changed already.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
