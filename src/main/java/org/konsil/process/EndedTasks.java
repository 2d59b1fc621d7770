package org.konsil.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what has become of tasks that the engine does not say are open. What ended while nobody listened ended last: so the ended
 * tasks are read page by page, the latest first, as long as that helps; only for those that are left is each asked for.
 */
final class EndedTasks {

    /** So few are asked for by their keys at once. */
    private static final int FEW = 20;

    private final CamundaClient client;
    private final TaskBoard board;
    private final int page;

    EndedTasks(CamundaClient client, TaskBoard board, int page) {
        this.client = client;
        this.board = board;
        this.page = page;
    }

    /** Takes those off the board that have ended; what the engine does not know, or what is about to change, stays. */
    void settle(Set<Long> lost) {
        var left = new ArrayList<>(lost.size() > FEW ? exceptLatest(lost) : lost);
        for (int at = 0; at < left.size(); at += FEW) {
            left.subList(at, Math.min(at + FEW, left.size())).stream()
                    .map(key -> client.newUserTaskSearchRequest()
                            .filter(filter -> filter.userTaskKey(key))
                            .send())
                    .toList()
                    .forEach(asked -> asked.join().items().forEach(this::close));
        }
    }

    /** @return those that were not among the latest */
    private Set<Long> exceptLatest(Set<Long> lost) {
        var left = new HashSet<>(lost);
        var ended = latest(null);
        while (closesSome(ended.items(), left)
                && left.size() > FEW
                && ended.items().size() == page) {
            ended = latest(ended.page().endCursor());
        }
        return left;
    }

    private boolean closesSome(List<UserTask> ended, Set<Long> left) {
        var found = ended.stream()
                .filter(task -> left.remove(task.getUserTaskKey()))
                .toList();
        found.forEach(this::close);
        return !found.isEmpty();
    }

    private void close(UserTask task) {
        switch (task.getState()) {
            case COMPLETED -> board.completed(task.getUserTaskKey());
            case CANCELED, FAILED -> board.canceled(task.getUserTaskKey());
            default -> {} // it has not ended yet
        }
    }

    private SearchResponse<UserTask> latest(@Nullable String after) {
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(
                        state -> state.in(UserTaskState.COMPLETED, UserTaskState.CANCELED, UserTaskState.FAILED)))
                .sort(sort -> sort.completionDate().desc())
                .page(it -> {
                    it.limit(page);
                    if (after != null) {
                        it.after(after);
                    }
                })
                .send()
                .join();
    }
}
