package org.konsil.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.konsil.HouseTest;
import org.konsil.kernel.CaseId;
import org.konsil.panel.PanelStory;
import org.konsil.terminology.Code;
import org.konsil.terminology.Terminology;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases from before there was an index of diseases are in it as new ones are. */
@HouseTest
@Import(PanelStory.class)
@ExtendWith(OutputCaptureExtension.class)
class DiseaseBacklogTests {

    @Autowired
    PanelStory story;

    @Autowired
    DiseaseBacklog backlog;

    @Autowired
    Terminology terminology;

    @Autowired
    CaseFiles files;

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
        assertThat(jdbc.sql("SELECT id FROM case_file WHERE diseases_by <> ?")
                        .param(terminology.classification())
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void anotherClassificationHasAllBranchesDerivedAnewAlsoWhenItStopsHalfWay() {
        var cases = List.of(story.atEpicare(), story.atEpicare(), story.atEpicare());
        backlog.catchUp();
        var before = cases.stream().map(this::tokens).toList();
        var code = Code.parse(
                files.clinical(cases.getFirst()).at("/diseases/0/code").asText());
        var orpha = terminology.mapsOf(code).getFirst().orpha();
        imported(orpha, "0123");
        try {
            var side = terminology.classification().compareTo("starter") < 0 ? ">" : "<";
            assertThat(backlog.some(side, 1, DiseaseBacklog.Place.FIRST)).isPresent();
            backlog.catchUp();

            assertThat(backlog.some("<", 1, DiseaseBacklog.Place.FIRST)).isEmpty();
            assertThat(backlog.some(">", 1, DiseaseBacklog.Place.FIRST)).isEmpty();
            for (var at = 0; at < cases.size(); at++) {
                assertThat(tokens(cases.get(at)))
                        .containsAll(before.get(at))
                        .hasSize(before.get(at).size() + 1);
            }
        } finally {
            jdbc.sql("DELETE FROM terminology_head WHERE head = '999999'").update();
            jdbc.sql("DELETE FROM terminology_source WHERE sha256 = '0123'").update();
        }
        backlog.catchUp();
        assertThat(cases.stream().map(this::tokens).toList()).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadIsPassedOverSaidOnceAndTriedAgainAtTheNextLook(CapturedOutput said) {
        var cases = jdbc.sql("SELECT id FROM case_file WHERE id IN (:cases) ORDER BY id")
                .param(
                        "cases",
                        Stream.generate(story::atEpicare)
                                .limit(3)
                                .map(CaseId::value)
                                .toList())
                .query((row, number) -> new CaseId(row.getObject("id", UUID.class)))
                .list();
        var before = cases.stream().map(this::tokens).toList();
        var broken = cases.get(1);
        var sealed = jdbc.sql("SELECT sealed FROM case_content WHERE case_id = ? AND controller = 'HOME'")
                .param(broken.value())
                .query(byte[].class)
                .single();
        cases.forEach(this::forget);
        seal(broken, new byte[64]);

        // one at a time, so that each step has to get past it
        walk("<");
        backlog.catchUp();

        assertThat(tokens(cases.getFirst())).isEqualTo(before.getFirst());
        assertThat(tokens(broken)).isEmpty();
        assertThat(tokens(cases.getLast())).isEqualTo(before.getLast());
        assertThat(said.getOut().lines().filter(line -> line.contains(broken + " is passed over")))
                .hasSize(1);

        seal(broken, sealed);
        backlog.catchUp();
        assertThat(tokens(broken)).isEqualTo(before.get(1));
    }

    private void walk(String side) {
        var next = backlog.some(side, 1, DiseaseBacklog.Place.FIRST);
        while (next.isPresent()) {
            next = backlog.some(side, 1, next.get());
        }
    }

    private void seal(CaseId caseId, byte[] sealed) {
        jdbc.sql("UPDATE case_content SET sealed = ? WHERE case_id = ? AND controller = 'HOME'")
                .params(sealed, caseId.value())
                .update();
    }

    /** As an import does, in one transaction. */
    private void imported(Code orpha, String sha256) {
        transaction.executeWithoutResult(begun -> {
            jdbc.sql("INSERT INTO terminology_head (orpha, head) VALUES (?, '999999')")
                    .param(orpha.value())
                    .update();
            jdbc.sql(
                            "INSERT INTO terminology_source (name, sha256, terms, loaded_at) VALUES (?, ?, 1, CURRENT_TIMESTAMP)")
                    .params(Code.ORPHA, sha256)
                    .update();
        });
    }

    private void forget(CaseId caseId) {
        jdbc.sql("DELETE FROM case_disease WHERE case_id = ?")
                .param(caseId.value())
                .update();
        jdbc.sql("UPDATE case_file SET diseases_by = '' WHERE id = ?")
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
