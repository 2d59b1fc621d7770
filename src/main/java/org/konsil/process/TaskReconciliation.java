package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the board with the engine's own searches: recently created tasks every two seconds, everything at the start and
 * hourly. So tasks of processes that were deployed without our listeners are on the lists too.
 */
@Component
class TaskReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(TaskReconciliation.class);
    private static final int PAGE = 200;

    /** How far the searches may lag behind the engine. */
    private static final Duration LAG = Duration.ofSeconds(30);

    private final ObjectProvider<CamundaClient> clients;
    private final EngineLink link;
    private final ObjectProvider<TaskBoard> boards;
    private final TaskAdoption adoption;
    private final Clock clock;
    private @Nullable Instant seenUntil;
    private @Nullable Instant comparedAt;

    TaskReconciliation(
            ObjectProvider<CamundaClient> clients,
            EngineLink link,
            ObjectProvider<TaskBoard> boards,
            TaskAdoption adoption,
            Clock clock) {
        this.clients = clients;
        this.link = link;
        this.boards = boards;
        this.adoption = adoption;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    synchronized void look() {
        var client = clients.getIfAvailable();
        var board = boards.getIfAvailable();
        if (client == null || board == null || !link.isReady()) {
            return;
        }
        var now = clock.instant();
        try {
            if (comparedAt == null || comparedAt.plus(Duration.ofHours(1)).isBefore(now)) {
                settle(client, board, adopt(client, board, null), now);
                comparedAt = now;
            } else {
                adopt(client, board, seenUntil);
            }
            seenUntil = now.minus(LAG);
        } catch (ClientException e) {
            LOG.debug("The engine's searches do not answer now", e);
        }
    }

    /** @return what the engine says is open */
    private Set<Long> adopt(CamundaClient client, TaskBoard board, @Nullable Instant since) {
        var open = new HashSet<Long>();
        var page = page(client, since, null);
        while (!page.items().isEmpty()) {
            var keys = page.items().stream().map(UserTask::getUserTaskKey).toList();
            open.addAll(keys);
            var known = board.known(keys);
            var unknown = page.items().stream()
                    .filter(task -> !known.contains(task.getUserTaskKey()))
                    .toList();
            adoption.read(unknown, client).forEach(board::waiting);
            if (page.items().size() < PAGE) {
                return open;
            }
            page = page(client, since, page.page().endCursor());
        }
        return open;
    }

    private static SearchResponse<UserTask> page(
            CamundaClient client, @Nullable Instant since, @Nullable String after) {
        return client.newUserTaskSearchRequest()
                .filter(filter -> {
                    filter.state(UserTaskState.CREATED);
                    if (since != null) {
                        filter.creationDate(date -> date.gte(since.atOffset(ZoneOffset.UTC)));
                    }
                })
                .sort(sort -> sort.creationDate().asc())
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) {
                        page.after(after);
                    }
                })
                .send()
                .join();
    }

    /** Closes what the engine has closed without our hearing of it; asks only for what it has just not said is open. */
    private static void settle(CamundaClient client, TaskBoard board, Set<Long> open, Instant now) {
        var lost = new HashSet<>(board.openSince(now.minus(LAG)));
        lost.removeAll(open);
        new EndedTasks(client, board, PAGE).settle(lost);
    }
}
