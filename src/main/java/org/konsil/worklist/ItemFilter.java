package org.konsil.worklist;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a list of work is to show. Everything null or blank filters nothing.
 *
 * @param assignee a user id, {@code me}, or {@code none} for what nobody has claimed
 * @param due {@code overdue}, {@code today}, {@code week}, or an ISO 8601 date or instant: due before it
 * @param dueFrom {@code now}, or an ISO 8601 date or instant: due then or later
 * @param clock how its time runs
 * @param since waiting for at least so many days
 * @param until waiting for less than so many days
 * @param sort {@code due}, {@code created}, {@code urgency}, {@code country}, {@code network}, {@code stage}, {@code name} or {@code
 *     priority}; with a leading minus the other way round
 * @param after the {@code next} of the page before
 * @param size items on a page, 1 to 200
 */
public record ItemFilter(
        @Parameter(example = "dispatcher:epicare") @Nullable String group,

        @Parameter(description = "a user id, `me`, or `none` for what nobody has taken") @Nullable
        String assignee,

        @Parameter(example = "triage") @Nullable String stage,

        @Parameter(description = "`overdue`, `today`, `week`, or an ISO 8601 date or instant: due before it") @Nullable
        String due,

        @Parameter(example = "epicare") @Nullable String network,
        @Parameter(example = "fi") @Nullable String country,

        @Parameter(description = "`routine` or `urgent`") @Nullable
        String urgency,

        @Nullable String caseId,

        @Parameter(description = "`now`, or an ISO 8601 date or instant: due then or later") @Nullable
        String dueFrom,

        @Parameter(description = "`on-time`, `due-soon`, `overdue`, `stopped`, `none`, or `running`: any but stopped")
        @Nullable
        String clock,

        @Parameter(description = "waiting for at least so many days", example = "7") @Nullable
        String since,

        @Parameter(description = "waiting for less than so many days", example = "14") @Nullable
        String until,

        @Parameter(
                description = "`due` (if left out), `created`, `urgency`, `country`, `network`, `stage`, `name` or"
                        + " `priority`; with a leading minus the other way round")
        @Nullable
        String sort,

        @Parameter(description = "the `next` of the page before") @Nullable
        String after,

        @Parameter(description = "items on a page, 1 to 200; 25 if left out") @Nullable
        Integer size) {

    private static final int USUAL = 25;
    private static final int MOST = 200;

    /** Everything that the person may see. */
    public static ItemFilter all() {
        return new ItemFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** @param before the {@code before} of the page after it; null unless one goes back */
    QueueFilter toQueue(@Nullable String before) {
        return new QueueFilter(
                stage, network, country, urgency, due, dueFrom, null, clock, null, assignee, since, until, null, caseId,
                null, group, sort, after, before);
    }

    int page() {
        if (size != null && (size < 1 || size > MOST)) {
            throw ItemRefused.size(MOST);
        }
        return size == null ? USUAL : size;
    }
}
