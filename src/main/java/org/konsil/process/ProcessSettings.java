package org.konsil.process;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where process owners keep their files. A folder that exists is read instead of what is packed in the program, so that
 * editing and starting again is enough; what lies in {@code processes} and {@code forms} under the home folder goes before both, file by
 * file.
 */
@ConfigurationProperties("konsil")
record ProcessSettings(
        @DefaultValue("data") Path home,
        @DefaultValue("processes") Path processesFolder,
        @DefaultValue("forms") Path formsFolder) {}
