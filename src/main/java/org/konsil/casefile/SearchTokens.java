package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.KeyDestroyed;
import org.konsil.vault.Unreadable;
import org.konsil.vault.Vault;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keyed hashes by which a provider finds its own patients. Each provider has a key of its own, so that no two can compare; all of it is
 * derived from the sealed identities and can be thrown away: the next start makes what is missing.
 */
@Component
class SearchTokens implements SmartInitializingSingleton {

    private static final Map<String, String> KINDS = Map.of("PSEUDONYM", "pseudonym", "RECORD_NUMBER", "recordNumber");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contents contents;
    private final Unreadable unreadable = new Unreadable("names by which a patient is found");

    SearchTokens(JdbcClient jdbc, Vault vault, Contents contents) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contents = contents;
    }

    String token(String provider, String text) {
        var same = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "");
        return vault.fingerprint("search-" + provider, same);
    }

    void keep(CaseId caseId, String provider, JsonNode identity) {
        KINDS.forEach((kind, field) -> {
            var text = identity.path(field).asText("");
            if (!text.isBlank() && !identity.path(field).isNull()) {
                jdbc.sql("INSERT INTO case_search (case_id, kind, provider, token) VALUES (?, ?, ?, ?)")
                        .params(caseId.value(), kind, provider, token(provider, text))
                        .update();
            }
        });
    }

    /** After the identity was corrected. */
    void renew(CaseId caseId) {
        var provider = jdbc.sql("SELECT provider FROM case_file WHERE id = ?")
                .param(caseId.value())
                .query(String.class)
                .single();
        jdbc.sql("DELETE FROM case_search WHERE case_id = ?")
                .param(caseId.value())
                .update();
        keep(caseId, provider, contents.identity(caseId));
    }

    /** What was derived from the home provider's content goes with it. */
    @EventListener
    @Transactional
    public void forget(KeyDestroyed destroyed) {
        if (destroyed.controller() == Controller.HOME) {
            var id = destroyed.caseId().value();
            jdbc.sql("DELETE FROM case_search WHERE case_id = ?").param(id).update();
            jdbc.sql("DELETE FROM registration_key WHERE case_id = ?").param(id).update();
            jdbc.sql("UPDATE case_file SET content_key = NULL WHERE id = ?")
                    .param(id)
                    .update();
        }
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        jdbc.sql("SELECT id, provider FROM case_file c"
                        + " WHERE NOT EXISTS (SELECT 1 FROM case_search s WHERE s.case_id = c.id)")
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("provider")))
                .list()
                .forEach(each -> remember(new CaseId(each.getKey()), each.getValue()));
    }

    /** What cannot be read does not keep the program from starting; the next start tries it again. */
    private void remember(CaseId caseId, String provider) {
        if (!vault.isDestroyed(caseId, Controller.HOME)) {
            unreadable.attempt(caseId, () -> keep(caseId, provider, contents.identity(caseId)));
        }
    }
}
