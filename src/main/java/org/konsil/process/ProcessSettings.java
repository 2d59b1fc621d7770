package org.konsil.process;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where process owners keep their files. A folder that exists is read instead of what is packed in the program, so that
 * editing and starting again is enough.
 */
@ConfigurationProperties("konsil")
record ProcessSettings(
        @DefaultValue("processes") Path processesFolder,
        @DefaultValue("forms") Path formsFolder) {}
