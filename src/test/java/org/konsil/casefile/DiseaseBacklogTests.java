package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.konsil.HouseTest;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases from before there was an index of diseases are in it as new ones are. */
@HouseTest
@Import(PanelStory.class)
class DiseaseBacklogTests {

    @Autowired
    PanelStory story;

    @Autowired
    DiseaseBacklog backlog;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsMissingIsDerivedAndWhatWasErasedIsNot() {
        var kept = story.atEpicare();
        var erased = story.atEpicare();
        var tokens = tokens(kept);
        assertThat(tokens).isNotEmpty();
        forget(kept);
        forget(erased);
        transaction.executeWithoutResult(begun -> vault.destroy(erased, Controller.HOME));

        backlog.catchUp();
        backlog.catchUp();

        assertThat(tokens(kept)).isEqualTo(tokens);
        assertThat(tokens(erased)).isEmpty();
        assertThat(jdbc.sql("SELECT id FROM case_file WHERE diseases_known = FALSE")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    private void forget(CaseId caseId) {
        jdbc.sql("DELETE FROM case_disease WHERE case_id = ?")
                .param(caseId.value())
                .update();
        jdbc.sql("UPDATE case_file SET diseases_known = FALSE WHERE id = ?")
                .param(caseId.value())
                .update();
    }

    private List<String> tokens(CaseId caseId) {
        return jdbc.sql("SELECT token FROM case_disease WHERE case_id = ? ORDER BY token")
                .param(caseId.value())
                .query(String.class)
                .list();
    }
}
