package org.konsil.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What follows the command: our own options, and settings as for a start. */
record Words(List<String> all) {

    private static final String HOME = "--konsil.home=";

    /** The file that an option names; without it there is nothing to do. */
    Path file(String option) {
        return value("--" + option + "=")
                .map(Path::of)
                .orElseThrow(() -> new WrongUsage("The option --%s=FILE is missing.".formatted(option)))
                .toAbsolutePath();
    }

    private Optional<String> value(String prefix) {
        return all.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .reduce((one, later) -> later);
    }

    /** The same with another data folder. */
    Words at(Path home) {
        var others = new ArrayList<>(
                all.stream().filter(word -> !word.startsWith(HOME)).toList());
        others.add(HOME + home);
        return new Words(others);
    }

    /** Settings as the program itself would have them. */
    Environment settings() {
        try (var context = context()) {
            return context.getEnvironment();
        }
    }

    /** Settings and database as the program itself would have them, and nothing else of it. */
    ConfigurableApplicationContext context() {
        var words = new ArrayList<>(all);
        words.addAll(List.of(
                "--logging.level.root=warn",
                "--logging.level.io.camunda.client.spring=error",
                "--spring.datasource.hikari.minimum-idle=1"));
        return new SpringApplicationBuilder(
                        PropertyPlaceholderAutoConfiguration.class, DataSourceAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(words.toArray(String[]::new));
    }
}
