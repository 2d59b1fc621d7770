package org.konsil.terminology;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Imports the folder named by {@code konsil.terminology.import} at start; a folder that cannot be read stops nothing. */
@Component
@ConditionalOnProperty("konsil.terminology.import")
class ImportAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportAtStart.class);

    private final TerminologyImport imports;
    private final Path folder;

    ImportAtStart(TerminologyImport imports, @Value("${konsil.terminology.import}") Path folder) {
        this.imports = imports;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            imports.load(folder);
        } catch (IOException e) {
            LOG.warn(
                    "The terminology in {} was not imported: {}. The program goes on with what is loaded; check"
                            + " konsil.terminology.import",
                    folder,
                    e.toString());
        }
    }
}
