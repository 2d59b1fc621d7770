package org.konsil.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThreatModelTests {

    @Test
    void everyModuleHasItsPageInTheThreatModel() throws IOException {
        try (var modules = Files.list(Path.of("src/main/java/org/konsil"))) {
            assertThat(modules.filter(Files::isDirectory).map(module -> module.getFileName() + ".md"))
                    .allSatisfy(page -> assertThat(Path.of("src/docs/security/threats", page))
                            .content()
                            .contains("| Tampering", "**What is left:**"));
        }
    }
}
