package org.konsil.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Looks before anything opens the data folder whether it can be written at all. */
class HomeIsUsable implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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
            Files.delete(Files.createTempFile(home, ".writable", ""));
        } catch (IOException e) {
            throw new HomeUnusable(home, e);
        }
    }
}
