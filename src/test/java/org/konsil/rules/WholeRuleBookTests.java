package org.konsil.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Looks back on the tests of the rule tables: no row of any table may be left that none of them hit. The report is
 * {@code target/rule-coverage.txt}. Runs after them: by its name in Maven's alphabetical order, by its number elsewhere.
 */
@Order(Integer.MAX_VALUE)
class WholeRuleBookTests {

    @Test
    void everyRowOfEveryTableIsHit() throws IOException {
        var coverage = RuleBook.RULES.coverage();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "rule-coverage.txt"), coverage.report() + "\n");
        assumeTrue(isWholeBuild(), "only some of the tests were run");

        assertThat(coverage.rows().stream().filter(row -> row.matches() == 0).map(RuleCoverage.Row::toString))
                .as("rows that no test hits")
                .isEmpty();
    }

    /** Maven with neither {@code -Dtest} nor anything else that picks tests. */
    private static boolean isWholeBuild() {
        return System.getProperty("basedir") != null && System.getProperty("test") == null;
    }
}
