package org.konsil.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The whole program on a free port, and one Chromium to look at it. Set up as the journeys are, so that they share one program. */
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
@ExtendWith(Chromium.class)
@interface BrowserTest {}
