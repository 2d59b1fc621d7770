package org.konsil.models;

import org.konsil.access.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camunda's paths, so that Camunda Modeler finds them; only process owners may enter. */
@Configuration(proxyBeanMethods = false)
class ModelDoors {

    @Bean
    Route deploymentDoor() {
        return Route.toRoles("/v2/**", "owner");
    }
}
