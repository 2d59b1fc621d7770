package org.konsil.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.konsil.engine.state.VersionMark;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** Looks, before the database is brought up to date, whether this program may open the engine's folder at all. */
@Order(3)
class FolderIsNotNewer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var home = environment.getProperty("konsil.home");
        if (home == null
                || !environment.getProperty("konsil.engine", "embedded").equals("embedded")) return;
        try {
            VersionMark.check(Path.of(environment.getProperty("konsil.engine-settings.folder", home + "/engine")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
