package org.konsil.rights;

import org.konsil.access.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home provider's people and the network's coordinator deal with the patient's rights; the record of processing is for whoever oversees. */
@Configuration(proxyBeanMethods = false)
class RightsDoors {

    private static final String[] CONCERNED = {"clinician", "dpo", "coordinator"};

    @Bean
    Route rightsPageDoor() {
        return Route.toRoles("/cases/*/rights", CONCERNED);
    }

    @Bean
    Route rightsPagesDoor() {
        return Route.toRoles("/cases/*/rights/**", CONCERNED);
    }

    @Bean
    Route requestsCallDoor() {
        return Route.toRoles("/api/v1/cases/*/requests", CONCERNED);
    }

    @Bean
    Route requestsCallsDoor() {
        return Route.toRoles("/api/v1/cases/*/requests/**", CONCERNED);
    }

    @Bean
    Route recordOfProcessingDoor() {
        return Route.toRoles("/records-of-processing", "dpo", "auditor", "owner");
    }

    @Bean
    Route recordOfProcessingFilesDoor() {
        return Route.toRoles("/records-of-processing.*", "dpo", "auditor", "owner");
    }
}
