package org.konsil;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole program with its embedded engine on free ports. The settings are those of the journeys, so that all share one program;
 * others' cases are in it, and its clock moves on.
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
public @interface ProgramTest {}
