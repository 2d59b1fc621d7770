package org.konsil.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever reads something of a case stands in the list that the patient gets. */
class ReadersTests {

    private static final Pattern ACTION = Pattern.compile("Entry\\.done\\([^\"]*\"([a-z-]+-read)\"");

    @Test
    void everyKindOfReadingIsInThePatientsList() throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages/rights.properties"))) {
            words.load(file);
        }
        assertThat(readings()).contains("case-read", "discussion-read").isSubsetOf(Readers.READINGS);
        assertThat(Readers.READINGS).allSatisfy(action -> assertThat(words).containsKey("rights.read." + action));
    }

    private static Set<String> readings() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                ACTION.matcher(Files.readString(file)).results().forEach(one -> found.add(one.group(1)));
            }
        }
        return found;
    }
}
