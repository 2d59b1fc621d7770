package org.konsil.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.konsil.rules.CaseFacts;
import org.konsil.rules.Decision;
import org.konsil.rules.MatchedRule;
import org.konsil.rules.Rules;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides DMN tables on clinical facts. The facts stay here, sealed in the history; only the answer goes on. */
@Service
public class CaseRules {

    private static final int MOST_NAMED = 20;

    private final Rules rules;
    private final Map<String, CaseFacts> facts;
    private final JobLedger ledger;
    private final Audit audit;
    private final Vault vault;
    private final ObjectMapper json;

    CaseRules(Rules rules, List<CaseFacts> facts, JobLedger ledger, Audit audit, Vault vault, ObjectMapper json) {
        this.rules = rules;
        this.facts = facts.stream()
                .flatMap(it -> it.decisions().stream().map(id -> Map.entry(id, it)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.ledger = ledger;
        this.audit = audit;
        this.vault = vault;
        this.json = json;
    }

    /**
     * Takes the decision once per job.
     *
     * @throws org.konsil.rules.RuleFailed if the rules cannot be evaluated with the facts
     */
    @Transactional
    public Decided decide(CaseId caseId, JobId job, String decisionId) {
        return ledger.once(caseId, job, Decided.class, () -> {
            var holder = facts.get(decisionId);
            if (holder == null) {
                throw new NoFacts(decisionId);
            }
            var decision = rules.decide(decisionId, holder.about(caseId, decisionId));
            remember(caseId, decision);
            return new Decided(decision.answer());
        });
    }

    private void remember(CaseId caseId, Decision decision) {
        var matched = decision.matched().stream()
                .limit(MOST_NAMED)
                .map(MatchedRule::ruleId)
                .collect(Collectors.joining(" "));
        var entry = Entry.done(Actor.SYSTEM, "decision-taken", caseId)
                .on("decision:" + decision.decisionId())
                .inVersion(decision.version().substring(0, 12))
                .with("matched", matched)
                .with("rules", decision.version());
        var inputs = write(Map.of("inputs", decision.inputs(), "answer", String.valueOf(decision.answer())));
        audit.record(entry, vault.seal(caseId, Controller.HOME, "audit_event.sealed", inputs));
    }

    private String write(Object inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The facts of a decision cannot be written", e);
        }
    }
}
