package org.konsil.desk.pages;

import org.konsil.access.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auditors may see what happened to a case and its path; registering is the clinicians'. */
@Configuration(proxyBeanMethods = false)
class DeskDoors {

    @Bean
    Route casePageDoor() {
        return Route.toClinical("/cases/*", "auditor");
    }

    @Bean
    Route caseHistoryPageDoor() {
        return Route.toClinical("/cases/*/history", "auditor");
    }

    @Bean
    Route caseDiagramDoor() {
        return Route.toClinical("/cases/*/diagram/*", "auditor");
    }

    @Bean
    Route caseCallDoor() {
        return Route.toClinical("/api/v1/cases/*", "auditor");
    }

    /** Not the case of that name: the most specific pattern decides. */
    @Bean
    Route phenopacketCallDoor() {
        return Route.toRoles("/api/v1/cases/phenopackets", "clinician");
    }

    @Bean
    Route caseProcessesCallDoor() {
        return Route.toClinical("/api/v1/cases/*/processes", "auditor");
    }

    @Bean
    Route openByNumberDoor() {
        return Route.toClinical("/cases/open", "auditor");
    }

    /** By what only the hospital itself knows. */
    @Bean
    Route searchDoor() {
        return Route.toRoles("/cases/search", "clinician", "dpo");
    }

    @Bean
    Route searchCallDoor() {
        return Route.toRoles("/api/v1/cases/search", "clinician", "dpo");
    }

    @Bean
    Route auditPageDoor() {
        return Route.toRoles("/audit", "auditor");
    }

    @Bean
    Route registerDoor() {
        return Route.toRoles("/cases/new", "clinician");
    }

    @Bean
    Route importDoor() {
        return Route.toRoles("/cases/import/**", "clinician");
    }
}
