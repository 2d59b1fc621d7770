package org.konsil.process;

import io.camunda.client.CamundaClient;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

/** All forms are those of the program's own files. */
public class NoDeployedForms {

    @Bean
    TaskForms taskForms(ObjectProvider<CamundaClient> clients) {
        return new TaskForms(ProcessFiles.read(Path.of("none"), Path.of("none")), clients);
    }
}
