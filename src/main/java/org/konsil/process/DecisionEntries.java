package org.konsil.process;

import io.camunda.client.api.response.MatchedDecisionRule;
import io.camunda.client.api.search.response.DecisionInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes decisions of the engine into the history, each once: the key of its row refuses a second time on any node. */
@Component
class DecisionEntries {

    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DecisionEntries(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the last one was written; the engine's own beginning of time if none was. */
    Instant lastSeen() {
        return jdbc.sql("SELECT max(seen_at) FROM decision_seen")
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    Set<String> known(List<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT id FROM decision_seen WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    @Transactional
    public void write(CaseId caseId, DecisionInstance decision) {
        jdbc.sql("INSERT INTO decision_seen (id, seen_at) VALUES (:id, :now)")
                .param("id", decision.getDecisionInstanceId())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(Entry.done(Actor.SYSTEM, "rule-evaluated", caseId)
                .on("decision:" + decision.getDecisionDefinitionId())
                .inVersion(decision.getDecisionDefinitionVersion())
                .with("state", decision.getState())
                .with("matched", matched(decision)));
    }

    private static String matched(DecisionInstance decision) {
        var rules = decision.getMatchedRules();
        return rules == null
                ? ""
                : rules.stream()
                        .limit(MOST_NAMED)
                        .map(MatchedDecisionRule::getRuleId)
                        .collect(Collectors.joining(" "));
    }
}
