package org.konsil.engine;

import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.metrics.JvmMetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.SystemMetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The stand-alone engine (profile {@code engine}): no pages, no database but the engine's own file; applications reach it with konsil.engine=remote. */
public final class EngineOnly {

    static final String PROFILE = "engine";

    private EngineOnly() {}

    /** Whether the arguments or the environment ask for the profile {@code engine}. */
    public static boolean wanted(String... args) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        return Arrays.asList(
                        environment.getProperty("spring.profiles.active", "").split(","))
                .contains(PROFILE);
    }

    /** Starts the engine; it runs until the process is stopped or the context closed. */
    public static ConfigurableApplicationContext run(String... args) {
        return new SpringApplicationBuilder(
                        EngineConfiguration.class,
                        PropertyPlaceholderAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        PrometheusMetricsExportAutoConfiguration.class,
                        JvmMetricsAutoConfiguration.class,
                        SystemMetricsAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles(PROFILE)
                .properties("spring.main.keep-alive=true")
                .run(args);
    }
}
