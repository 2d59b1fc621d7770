package org.konsil.process;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
@EnableConfigurationProperties(ProcessSettings.class)
class ProcessConfiguration {

    @Bean
    ProcessFiles processFiles(FilesInForce inForce) {
        return inForce.files();
    }
}
