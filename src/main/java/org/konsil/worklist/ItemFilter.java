package org.konsil.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What a list of work is to show. Everything null or blank filters nothing.
 *
 * @param assignee a user id, {@code me}, or {@code none} for what nobody has claimed
 * @param due {@code overdue}, {@code today}, {@code week}, or an ISO 8601 date or instant: due before it
 * @param sort {@code due}, {@code created}, {@code urgency}, {@code country}, {@code network}, {@code stage}, {@code name} or {@code
 *     priority}; with a leading minus the other way round
 * @param after the {@code next} of the page before
 * @param size items on a page, 1 to 200
 */
public record ItemFilter(
        @Nullable String group,
        @Nullable String assignee,
        @Nullable String stage,
        @Nullable String due,
        @Nullable String network,
        @Nullable String country,
        @Nullable String urgency,
        @Nullable String caseId,
        @Nullable String sort,
        @Nullable String after,
        @Nullable Integer size) {

    private static final int USUAL = 25;
    private static final int MOST = 200;

    /** Everything that the person may see. */
    public static ItemFilter all() {
        return new ItemFilter(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same for another assignee. */
    public ItemFilter of(String assignee) {
        return new ItemFilter(group, assignee, stage, due, network, country, urgency, caseId, sort, after, size);
    }

    ItemFilter dueBefore(String moment) {
        return new ItemFilter(group, assignee, stage, moment, network, country, urgency, caseId, sort, after, size);
    }

    int page() {
        return size == null ? USUAL : Math.clamp(size, 1, MOST);
    }
}
