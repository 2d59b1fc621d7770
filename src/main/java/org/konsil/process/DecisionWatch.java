package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.response.DecisionInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the decisions that the engine took on process codes into the history, with the rules that matched. It looks them up in
 * the engine's searches, which lag behind: no process waits for it, and those of models deployed by others are found too.
 */
@Component
class DecisionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionWatch.class);
    private static final int PAGE = 100;

    /** How far back each look reaches: the searches lag, and a case's process may become known a little later. */
    private static final Duration REACH = Duration.ofMinutes(2);

    private final ObjectProvider<CamundaClient> clients;
    private final EngineLink link;
    private final DecisionEntries entries;
    private final CaseProcesses cases;
    private final Clock clock;
    private @Nullable Instant since;

    DecisionWatch(
            ObjectProvider<CamundaClient> clients,
            EngineLink link,
            DecisionEntries entries,
            CaseProcesses cases,
            Clock clock) {
        this.clients = clients;
        this.link = link;
        this.entries = entries;
        this.cases = cases;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_000)
    synchronized void look() {
        var client = clients.getIfAvailable();
        if (client == null || !link.isReady()) {
            return;
        }
        var now = clock.instant();
        var since = this.since == null ? before(entries.lastSeen()) : this.since;
        try {
            var page = page(client, since, null);
            write(client, page.items());
            while (page.items().size() == PAGE) {
                page = page(client, since, page.page().endCursor());
                write(client, page.items());
            }
            this.since = before(now);
        } catch (ClientException e) {
            LOG.debug("The engine's searches do not answer now", e);
        }
    }

    private static SearchResponse<DecisionInstance> page(CamundaClient client, Instant since, @Nullable String after) {
        return client.newDecisionInstanceSearchRequest()
                .filter(filter -> filter.evaluationDate(date -> date.gte(since.atOffset(ZoneOffset.UTC))))
                .sort(sort -> sort.evaluationDate().asc())
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) {
                        page.after(after);
                    }
                })
                .send()
                .join();
    }

    private static Instant before(Instant instant) {
        return instant.equals(Instant.EPOCH) ? instant : instant.minus(REACH);
    }

    private void write(CamundaClient client, List<DecisionInstance> found) {
        var known = entries.known(
                found.stream().map(DecisionInstance::getDecisionInstanceId).toList());
        for (var decision : found) {
            if (known.contains(decision.getDecisionInstanceId()) || decision.getProcessInstanceKey() == null) {
                continue;
            }
            cases.caseOf(decision.getProcessInstanceKey()).ifPresent(caseId -> {
                var whole = client.newDecisionInstanceGetRequest(decision.getDecisionInstanceId())
                        .send()
                        .join();
                try {
                    entries.write(caseId, whole);
                } catch (DuplicateKeyException e) {
                    // another node was faster
                }
            });
        }
    }
}
