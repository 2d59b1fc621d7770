package org.konsil.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes that belong to the house as a whole. Order does not matter: the longest pattern that fits decides. */
@Configuration(proxyBeanMethods = false)
class Doors {

    @Bean
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

    @Bean
    Route homeDoor() {
        return Route.toSignedIn("/");
    }

    @Bean
    Route workDoor() {
        return Route.toSignedIn("/work/**");
    }

    @Bean
    Route tasksDoor() {
        return Route.toClinical("/tasks/**");
    }

    @Bean
    Route casesDoor() {
        return Route.toClinical("/cases/**");
    }

    @Bean
    Route caseCallsDoor() {
        return Route.toClinical("/api/v1/cases/**");
    }

    @Bean
    Route caseHistoryCallsDoor() {
        return Route.toClinical("/api/v1/cases/*/history", "auditor");
    }

    @Bean
    Route workItemCallsDoor() {
        return Route.toClinical("/api/v1/work-items/**");
    }

    @Bean
    Route clockCallsDoor() {
        return Route.toRoles("/api/v1/clock/**", "admin");
    }

    @Bean
    Route auditCallsDoor() {
        return Route.toRoles("/api/v1/audit/**", "auditor");
    }

    @Bean
    Route auditDoor() {
        return Route.toRoles("/audit/**", "auditor");
    }
}
