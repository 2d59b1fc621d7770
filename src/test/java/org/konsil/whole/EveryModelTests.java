package org.konsil.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.konsil.rules.RuleBook;
import org.konsil.rules.RuleCoverage;

/**
 * Looks back on the tests of this run: no flow node, no sequence flow of any process and no row of any rule table may be left that
 * none of them came to. The page of it is {@code target/coverage-report/models.html}; pictures of the processes are in
 * {@code report.html} beside it. Runs after them: by its name in Maven's alphabetical order, by its number elsewhere.
 */
@Order(Integer.MAX_VALUE)
class EveryModelTests {

    private static final Path REPORT = Path.of("target", "coverage-report", "models.html");

    private static List<Walked> processes;
    private static List<RuleCoverage.Row> rows;

    @BeforeAll
    static void report() throws IOException {
        processes = Walked.all(Path.of("processes"));
        rows = RuleBook.RULES.coverage().rows();
        new ModelReport(processes, rows).write(REPORT);
    }

    @Test
    void everyFlowOfEveryProcessIsTaken() throws IOException {
        var ran = Walked.ran();
        var written = processTests();
        assumeTrue(isWholeBuild() || ran.containsAll(written), "only some of the process tests were run");

        assertThat(ran).containsAll(written);
        assertThat(processes).allSatisfy(process -> {
            assertThat(process.flowsLeft()).as("flows of %s", process.process()).isEmpty();
            assertThat(process.nodesLeft()).as("nodes of %s", process.process()).isEmpty();
        });
    }

    @Test
    void everyRowOfEveryTableIsHit() {
        assumeTrue(isWholeBuild(), "only some of the tests were run");

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.matches()).as(row.toString()).isPositive());
    }

    /** Maven with neither {@code -Dtest} nor anything else that picks tests. */
    private static boolean isWholeBuild() {
        return System.getProperty("basedir") != null && System.getProperty("test") == null;
    }

    private static List<String> processTests() throws IOException {
        try (var files = Files.list(Path.of("src/test/java/org/konsil/processes"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("ProcessTests.java"))
                    .map(name -> "org.konsil.processes." + name.replace(".java", ""))
                    .toList();
        }
    }
}
