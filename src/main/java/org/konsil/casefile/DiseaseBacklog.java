package org.konsil.casefile;

import java.util.Map;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Derives the diseases of cases that an earlier version of the program kept, while work goes on: some at a time, each once, by whichever node comes first. */
@Component
class DiseaseBacklog {

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final DiseaseTokens tokens;
    private final Contents contents;
    private final TransactionTemplate transaction;

    DiseaseBacklog(JdbcClient jdbc, DiseaseTokens tokens, Contents contents, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.contents = contents;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT10M")
    void catchUp() {
        var isMore = true;
        while (isMore) {
            isMore = Boolean.TRUE.equals(transaction.execute(begun -> some()));
        }
    }

    private boolean some() {
        var next = jdbc.sql("SELECT id, provider FROM case_file WHERE diseases_known = FALSE ORDER BY id LIMIT "
                        + AT_ONCE + " FOR UPDATE SKIP LOCKED")
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("provider")))
                .list();
        next.forEach(each -> derive(new CaseId(each.getKey()), each.getValue()));
        return next.size() == AT_ONCE;
    }

    private void derive(CaseId caseId, String provider) {
        try {
            tokens.keep(caseId, provider, contents.clinical(caseId));
        } catch (ContentErased e) {
            tokens.known(caseId); // nothing is to be found any more
        }
    }
}
