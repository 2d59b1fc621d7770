package org.konsil.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.engine.state.NoMeters;
import org.konsil.engine.store.Store;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The start-up switch: with konsil.engine=embedded (the default) the engine runs in this process and the application's client finds it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "konsil.engine", havingValue = "embedded", matchIfMissing = true)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    private static final String ENGINE = "embeddedEngine";
    private static final String CLIENT_PROPERTIES = "camunda.client-";

    /** The client reads its addresses and credentials only after the engine is up; so it starts later and stops earlier. */
    @Bean
    static BeanFactoryPostProcessor engineBeforeItsClient() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames())
                if (name.startsWith(CLIENT_PROPERTIES))
                    beans.getBeanDefinition(name).setDependsOn(ENGINE);
        };
    }

    @Bean(name = ENGINE, destroyMethod = "close")
    EmbeddedEngine embeddedEngine(
            EngineSettings settings,
            ObjectProvider<DataSource> application,
            ObjectProvider<MeterRegistry> meters,
            ConfigurableEnvironment environment) {
        var home = Path.of(environment.getProperty("konsil.home", "./data"));
        var placed = settings.in(home.resolve("engine"));
        var client = OwnClient.of(environment);
        // alone, a random secret would be nobody's
        boolean alone = environment.acceptsProfiles(Profiles.of(EngineOnly.PROFILE));
        var known = alone && !client.configured() ? placed : client.knownTo(placed);
        var registry = meters.getIfAvailable(NoMeters::registry);
        var engine = alone
                ? EmbeddedEngine.startAlone(known, registry, backups(environment, home))
                : EmbeddedEngine.start(known, former(application.getIfAvailable()), registry);
        client.tell(environment, engine);
        return engine;
    }

    private static Path backups(Environment environment, Path home) {
        return Path.of(environment.getProperty("konsil.backups.folder", home + "/backups"));
    }

    /** The application's database, if earlier versions have kept the searches' tables there: they stay. */
    private static @Nullable DataSource former(@Nullable DataSource application) {
        return application != null && Store.isIn(application) ? application : null;
    }

    @Bean
    PollsEnd pollsEnd(EmbeddedEngine engine) {
        return new PollsEnd(engine);
    }

    @Bean
    HealthIndicator engineHealthIndicator(EmbeddedEngine engine) {
        return new EngineHealth(engine);
    }

    @Bean
    MeterBinder engineMeters(EmbeddedEngine engine) {
        return new EngineMeters(engine);
    }
}
