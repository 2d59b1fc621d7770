package org.konsil.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.terminology.Terminology;
import org.konsil.vault.Controller;
import org.konsil.vault.Unreadable;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives the diseases of cases that were not derived by the classification in force: after an import, and what an earlier version of the
 * program kept. It does so while work goes on: some at a time, each once, by whichever node comes first; what a crash left is gone on with,
 * and what cannot be read is passed over until the next look.
 */
@Component
class DiseaseBacklog {

    private static final int AT_ONCE = 100;

    /** On both sides of the classification in force, so that the index finds them. */
    private static final List<String> ELSE = List.of("<", ">");

    /** A case on the way through those that are left. */
    record Place(String derivedBy, UUID id, String provider) {

        static final Place FIRST = new Place("", new UUID(0, 0), "");
    }

    private final JdbcClient jdbc;
    private final DiseaseTokens tokens;
    private final Contents contents;
    private final Vault vault;
    private final Terminology terminology;
    private final TransactionTemplate transaction;
    private final Unreadable unreadable = new Unreadable("diseases by which it is found");

    DiseaseBacklog(
            JdbcClient jdbc,
            DiseaseTokens tokens,
            Contents contents,
            Vault vault,
            Terminology terminology,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.contents = contents;
        this.vault = vault;
        this.terminology = terminology;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void catchUp() {
        for (var side : ELSE) {
            var next = Optional.of(Place.FIRST);
            while (next.isPresent()) {
                next = some(side, AT_ONCE, next.get());
            }
        }
    }

    /** @return the last of so many cases after that one; empty if there were fewer */
    Optional<Place> some(String side, int most, Place after) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            var classification = terminology.classification();
            var next = jdbc.sql(
                            "SELECT diseases_by, id, provider FROM case_file WHERE diseases_by " + side
                                    + " ? AND (diseases_by, id) > (?, ?) ORDER BY diseases_by, id LIMIT ? FOR UPDATE SKIP LOCKED")
                    .params(classification, after.derivedBy(), after.id(), most)
                    .query((row, number) -> new Place(
                            row.getString("diseases_by"), row.getObject("id", UUID.class), row.getString("provider")))
                    .list();
            next.forEach(each -> derive(new CaseId(each.id()), each.provider(), classification));
            return next.size() < most ? Optional.empty() : Optional.of(next.getLast());
        }));
    }

    private void derive(CaseId caseId, String provider, String classification) {
        if (vault.isDestroyed(caseId, Controller.HOME)) {
            tokens.derived(caseId, classification); // nothing is to be found any more
        } else {
            unreadable.attempt(caseId, () -> tokens.keep(caseId, provider, contents.clinical(caseId)));
        }
    }
}
