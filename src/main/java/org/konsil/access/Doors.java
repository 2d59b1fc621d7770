package org.konsil.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes that libraries bring along; our own say what they need at their methods. */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
    Route errorDoor() {
        return Route.toAll("/error");
    }

    @Bean
    Route healthDoor() {
        return Route.toAll("/actuator/health/**");
    }

    @Bean
    Route actuatorDoor() {
        return Route.toRoles("/actuator/**", "admin");
    }

    @Bean
    Route descriptionDoor() {
        return Route.toAll("/v3/api-docs/**");
    }
}
