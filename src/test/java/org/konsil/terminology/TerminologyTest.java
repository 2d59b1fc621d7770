package org.konsil.terminology;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The terminology with its tables, and nothing else; all its tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JdbcTest(properties = "spring.flyway.locations=classpath:db/migration")
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
@Import({
    Terminology.class,
    Terms.class,
    TermSearch.class,
    TermLoader.class,
    NameLayer.class,
    SourceFiles.class,
    StarterSet.class,
    TerminologySeed.class,
    TerminologyImport.class,
    TerminologyTest.Today.class
})
@interface TerminologyTest {

    class Today {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
