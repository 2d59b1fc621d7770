package org.konsil.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes that libraries bring along; our own say what they need at their methods. */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
<<<<<<< HEAD
=======
    Route signInDoor() {
        return Route.toAll("/sign-in");
    }

    @Bean
    Route signInAgainDoor() {
        return Route.toSignedIn("/sign-in/again");
    }

    /** The provider proves itself by the signature of what it sends. */
    @Bean
    Route providerSignOutDoor() {
        return Route.toAll(ProviderSignOut.PATH);
    }

    @Bean
    Route accountCallsDoor() {
        return Route.toRoles("/api/v1/accounts/**", "admin");
    }

    @Bean
>>>>>>> main
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
