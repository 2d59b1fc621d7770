package org.konsil.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** Looks before anything opens the data folder whether it can be written at all, and has room. */
@Order(2)
class HomeIsUsable implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What the embedded engine needs for a start; with less, something would break off in the middle. */
    private static final long LEAST_MEGABYTES = 64;

    /** Made by a restore, and gone when it is whole. */
    private static final String UNFINISHED_RESTORE = ".restoring";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var home = context.getEnvironment().getProperty("konsil.home");
        if (home != null && context.getParent() == null) {
            check(Path.of(home));
        }
    }

    private static void check(Path home) {
        try {
            Files.createDirectories(home);
            if (Files.exists(home.resolve(UNFINISHED_RESTORE))) {
                throw new HomeUnusable(home, "a restore into it was broken off; run it again, it begins anew");
            }
            Files.delete(Files.createTempFile(home, ".writable", ""));
            var free = Files.getFileStore(home).getUsableSpace() >> 20;
            if (free < LEAST_MEGABYTES) {
                throw new HomeUnusable(home, HomeUnusable.tooSmall(free, LEAST_MEGABYTES));
            }
        } catch (IOException e) {
            throw new HomeUnusable(home, e);
        }
    }
}
