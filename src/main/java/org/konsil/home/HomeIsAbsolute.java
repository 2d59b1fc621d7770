package org.konsil.home;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Fixes {@code konsil.home} to one absolute path, because H2 refuses paths that are relative without saying so. */
class HomeIsAbsolute implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var home = environment.getProperty("konsil.home", "./data");
        var absolute = Path.of(home).toAbsolutePath().normalize().toString();
        environment.getPropertySources().addFirst(new MapPropertySource("home", Map.of("konsil.home", absolute)));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
