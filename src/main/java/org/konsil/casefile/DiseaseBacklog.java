package org.konsil.casefile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.terminology.Terminology;
import org.konsil.vault.ContentErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives the diseases of cases that were not derived by the classification in force: after an import, and what an earlier version of the
 * program kept. It does so while work goes on: some at a time, each once, by whichever node comes first; what a crash left is gone on with.
 */
@Component
class DiseaseBacklog {

    private static final int AT_ONCE = 100;

    /** On both sides of the classification in force, so that the index finds them. */
    private static final List<String> ELSE = List.of("<", ">");

    private final JdbcClient jdbc;
    private final DiseaseTokens tokens;
    private final Contents contents;
    private final Terminology terminology;
    private final TransactionTemplate transaction;

    DiseaseBacklog(
            JdbcClient jdbc,
            DiseaseTokens tokens,
            Contents contents,
            Terminology terminology,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.contents = contents;
        this.terminology = terminology;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void catchUp() {
        for (var side : ELSE) {
            var isMore = true;
            while (isMore) {
                isMore = some(side, AT_ONCE) == AT_ONCE;
            }
        }
    }

    /** @return how many cases were derived, at most so many */
    int some(String side, int most) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            var classification = terminology.classification();
            var next = jdbc.sql("SELECT id, provider FROM case_file WHERE diseases_by " + side
                            + " ? ORDER BY diseases_by, id LIMIT ? FOR UPDATE SKIP LOCKED")
                    .params(classification, most)
                    .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("provider")))
                    .list();
            next.forEach(each -> derive(new CaseId(each.getKey()), each.getValue(), classification));
            return next.size();
        }));
    }

    private void derive(CaseId caseId, String provider, String classification) {
        try {
            tokens.keep(caseId, provider, contents.clinical(caseId));
        } catch (ContentErased e) {
            tokens.derived(caseId, classification); // nothing is to be found any more
        }
    }
}
