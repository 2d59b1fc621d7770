package org.konsil;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source stands as palantir formats it; {@code mvn spotless:apply} (on a JDK 21+) mends what this finds. */
class FormattingTests {

    private static final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everySourceIsFormatted() throws Exception {
        var unformatted = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/test/java", "workers")) {
            for (var source : sources(Path.of(root))) {
                var text = Files.readString(source);
                if (!formatter.formatSource(text).equals(text)) {
                    unformatted.add(source);
                }
            }
        }
        assertThat(unformatted).as("run mvn spotless:apply with a JDK 21+").isEmpty();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
