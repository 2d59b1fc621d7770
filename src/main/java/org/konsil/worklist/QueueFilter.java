package org.konsil.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to and how it is ordered, as it stands in the address: codes and ids only. Null or blank narrows nothing.
 *
 * @param due {@code overdue}, {@code today}, {@code week}, or an ISO 8601 date or instant: due before it
 * @param dueFrom {@code now}, or an ISO 8601 date or instant: due then or later
 * @param goal the same for the goal, {@code overdue}: missed
 * @param clock a {@link ClockState}'s code, or {@code running}: any but stopped
 * @param priority {@code high} (above 50), {@code normal} (50), {@code low}
 * @param owner a user id, {@code me}, or {@code none}
 * @param network its id, or {@code none} while no network is chosen
 * @param since waiting for at least so many days
 * @param until waiting for less than so many days
 * @param task ids of elements of the drawings, with commas between
 * @param disease a code such as {@code ORPHA:558}
 * @param group a candidate group that the work is on offer to
 * @param sort as {@link ItemOrder} names it, with a leading minus the other way round
 * @param after the place where the page before ended
 * @param before the place where the page after begins: for going back
 */
record QueueFilter(
        @Nullable String stage,
        @Nullable String network,
        @Nullable String country,
        @Nullable String urgency,
        @Nullable String due,
        @Nullable String dueFrom,
        @Nullable String goal,
        @Nullable String clock,
        @Nullable String priority,
        @Nullable String owner,
        @Nullable String since,
        @Nullable String until,
        @Nullable String task,
        @Nullable String caseId,
        @Nullable String disease,
        @Nullable String group,
        @Nullable String sort,
        @Nullable String after,
        @Nullable String before) {

    static final QueueFilter ALL = of(Map.of());

    /** By the names of its parts; what is unknown is left out. */
    static QueueFilter of(Map<String, String> said) {
        return new QueueFilter(
                said.get("stage"),
                said.get("network"),
                said.get("country"),
                said.get("urgency"),
                said.get("due"),
                said.get("dueFrom"),
                said.get("goal"),
                said.get("clock"),
                said.get("priority"),
                said.get("owner"),
                said.get("since"),
                said.get("until"),
                said.get("task"),
                said.get("caseId"),
                said.get("disease"),
                said.get("group"),
                said.get("sort"),
                said.get("after"),
                said.get("before"));
    }

    /** What it is narrowed by, in the order of the form. */
    Map<String, String> narrowing() {
        var said = new LinkedHashMap<String, String>();
        put(said, "caseId", caseId);
        put(said, "task", task);
        put(said, "disease", disease);
        put(said, "stage", stage);
        put(said, "network", network);
        put(said, "country", country);
        put(said, "urgency", urgency);
        put(said, "priority", priority);
        put(said, "due", due);
        put(said, "dueFrom", dueFrom);
        put(said, "goal", goal);
        put(said, "clock", clock);
        put(said, "since", since);
        put(said, "until", until);
        put(said, "owner", owner);
        put(said, "group", group);
        return said;
    }

    /** What makes the same list once more, from its beginning: the narrowing and the order. */
    Map<String, String> lasting() {
        var said = narrowing();
        put(said, "sort", sort);
        return said;
    }

    /** The same from a place on; null: from its beginning. */
    QueueFilter from(@Nullable String place) {
        var same = lasting();
        put(same, "after", place);
        return of(same);
    }

    List<String> tasks() {
        var ids = new ArrayList<String>();
        if (task != null) {
            for (var id : task.split(",", -1)) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
        }
        return ids;
    }

    private static void put(Map<String, String> said, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.put(name, value.strip());
        }
    }
}
