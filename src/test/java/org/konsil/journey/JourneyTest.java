package org.konsil.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program with its embedded engine, on free ports and with an empty database in memory; all journeys share one. Its clock
 * only moves on, so a journey looks at what becomes of its own cases and never at the date.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "konsil.engine-settings.grpc-port=0",
            "konsil.engine-settings.rest-port=0",
            "konsil.engine-settings.durable=false"
        })
@ActiveProfiles({"demo", "test"})
@interface JourneyTest {}
