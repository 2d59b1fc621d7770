package org.konsil.operations;

import org.konsil.access.Route;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class OperationsConfiguration {

    @Bean
    Route backupDoor() {
        return Route.toRoles("/api/v1/backups/**", "admin");
    }
}
