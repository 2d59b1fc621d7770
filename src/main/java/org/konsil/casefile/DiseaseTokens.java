package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.konsil.kernel.CaseId;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Terminology;
import org.konsil.vault.Controller;
import org.konsil.vault.KeyDestroyed;
import org.konsil.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keyed hashes of the diseases that are named for a case and of the branches on which they lie, each under the key of its home provider. Derived, and gone with the content. */
@Component
class DiseaseTokens implements CaseTokens {

    private static final String DISEASE = "disease ";
    private static final String BRANCH = "branch ";

    /** Fewer than a statement takes parameters. */
    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Contents contents;
    private final SearchTokens names;
    private final Terminology terminology;

    DiseaseTokens(JdbcClient jdbc, Vault vault, Contents contents, SearchTokens names, Terminology terminology) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.contents = contents;
        this.names = names;
        this.terminology = terminology;
    }

    @Override
    public List<CaseId> named(String pseudonym) {
        var tokens = providers().stream()
                .map(provider -> names.token(provider, pseudonym))
                .toList();
        return tokens.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT case_id FROM case_search WHERE kind = 'PSEUDONYM' AND token IN (:tokens) ORDER BY case_id")
                        .param("tokens", tokens)
                        .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                        .list();
    }

    @Override
    public Set<String> ofDisease(String code) {
        var same = Code.parse(code).toString();
        return providers().stream()
                .map(provider -> token(provider, DISEASE + same))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<CaseId> onBranches(Collection<CaseId> among, Collection<String> heads) {
        if (among.isEmpty() || heads.isEmpty()) {
            return Set.of();
        }
        var asked = among.stream().map(CaseId::value).toList();
        var providers = jdbc.sql("SELECT DISTINCT provider FROM case_file WHERE id IN (:cases)")
                .param("cases", asked)
                .query(String.class)
                .list();
        var tokens = providers.stream()
                .flatMap(provider -> heads.stream().map(head -> token(provider, BRANCH + Code.orpha(head))))
                .toList();
        return IntStream.iterate(0, at -> at < tokens.size(), at -> at + AT_ONCE)
                .mapToObj(at -> tokens.subList(at, Math.min(at + AT_ONCE, tokens.size())))
                .flatMap(some -> withOneOf(some, asked).stream())
                .collect(Collectors.toSet());
    }

    private List<CaseId> withOneOf(List<String> tokens, List<UUID> cases) {
        return jdbc.sql("SELECT DISTINCT case_id FROM case_disease WHERE case_id IN (:cases) AND token IN (:tokens)")
                .param("cases", cases)
                .param("tokens", tokens)
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    /** Those of the content as it is now, instead of those before. */
    void keep(CaseId caseId, String provider, JsonNode clinical) {
        // asked first: where another classification comes meanwhile, all is derived once more
        var classification = terminology.classification();
        var said = new HashSet<String>();
        clinical.path("diseases")
                .forEach(disease -> add(said, disease.path("code").asText("")));
        var made = said.stream().map(code -> token(provider, code)).toList();
        jdbc.sql("DELETE FROM case_disease WHERE case_id = ?")
                .param(caseId.value())
                .update();
        made.forEach(token -> jdbc.sql("INSERT INTO case_disease (case_id, token) VALUES (?, ?)")
                .params(caseId.value(), token)
                .update());
        derived(caseId, classification);
    }

    /** All that can be derived of this case by that classification is there. */
    void derived(CaseId caseId, String classification) {
        jdbc.sql("UPDATE case_file SET diseases_by = ? WHERE id = ? AND diseases_by <> ?")
                .params(classification, caseId.value(), classification)
                .update();
    }

    /** After the clinical content was changed. */
    void renew(CaseId caseId) {
        var provider = jdbc.sql("SELECT provider FROM case_file WHERE id = ?")
                .param(caseId.value())
                .query(String.class)
                .single();
        keep(caseId, provider, contents.clinical(caseId));
    }

    @EventListener
    @Transactional
    public void forget(KeyDestroyed destroyed) {
        if (destroyed.controller() == Controller.HOME) {
            jdbc.sql("DELETE FROM case_disease WHERE case_id = ?")
                    .param(destroyed.caseId().value())
                    .update();
        }
    }

    private Set<String> providers() {
        return jdbc.sql("SELECT DISTINCT provider FROM case_file")
                .query(String.class)
                .set();
    }

    private String token(String provider, String said) {
        return vault.fingerprint("search-" + provider, said);
    }

    private void add(Set<String> said, String typed) {
        try {
            var code = Code.parse(typed);
            said.add(DISEASE + code);
            terminology.headsOf(code).forEach(head -> said.add(BRANCH + head));
        } catch (MalformedCode e) {
            // what is no code is found by nobody
        }
    }
}
