package org.konsil.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as SQL over the entries of each holder that the reader is. What was asked for is read along an order, piece by piece, and of each
 * entry it is said whether the reader may know of it now: rights are asked of no more entries than a piece has, however long the list is.
 */
final class QueueQuery {

    private static final String NOW = "%1$s.granted_at <= :now AND (%1$s.ends_at IS NULL OR %1$s.ends_at > :now)";

    /** Counted, not asked for existence: so it is looked up entry by entry, never joined with all grants there are. */
    private static final String GRANTED =
            "(SELECT count(*) FROM case_grant a WHERE a.case_id = e.case_id AND a.holder IN (:names) AND "
                    + NOW.formatted("a") + " AND a.granted_as <> 'REASON') > 0";

    private static final String CLINICAL =
            "EXISTS (SELECT 1 FROM case_grant c WHERE c.case_id = e.case_id AND c.holder IN (:names) AND "
                    + NOW.formatted("c")
                    + " AND c.granted_as IN ('HOME', 'DOMESTIC', 'NETWORK', 'CO_NETWORK', 'LEAD', 'INVITED', 'PANEL')"
                    + " AND c.holder NOT LIKE 'dpo:%' AND (c.granted_as = 'HOME' OR NOT EXISTS (SELECT 1 FROM case_restriction r"
                    + " WHERE r.case_id = e.case_id)))";
    private static final String FOLLOWED =
            "(e.followed = TRUE AND e.holder IN (:names) AND EXISTS (SELECT 1 FROM case_grant f WHERE f.case_id = e.case_id AND f.holder = e.holder AND "
                    + NOW.formatted("f") + " AND " + QueueEntries.FOLLOWING
                    + " AND (f.granted_as = 'HOME' OR NOT EXISTS (SELECT 1 FROM case_restriction s WHERE s.case_id = e.case_id))))";

    /** In the reader's hands, or in those of somebody for whom they stand in: except what only that person may do. */
    private static final String IN_HAND = "(e.assignee = e.holder AND (e.holder = :user OR e.reserved = FALSE))";

    private static final String IN_REACH = "(e.offered = TRUE OR " + IN_HAND + ")";

    /** The cases that somebody has work of in hand, or has had, or that are open to them by name: few among the many of their groups. */
    static final String OWN_CASES = "SELECT p.case_id FROM case_part p WHERE p.user_id = :user"
            + " UNION SELECT n.case_id FROM case_grant n WHERE n.holder = :user AND " + NOW.formatted("n");

    private static final UUID NO_CASE = new UUID(0, 0);

    private final List<String> wanted = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> holders;
    private final ItemOrder order;

    /** What the entries are ordered by. */
    private final String place;

    /** The reader may know now of the entry's task. */
    private final String may;

    /** Any order there is an index for leads to enough at once. */
    private final boolean isNearlyAll;

    private String beyond = "";

    /** @param own the reader's {@link #OWN_CASES}, where the list is of those */
    QueueQuery(
            Queue queue, QueueFilter filter, QueueReader reader, Collection<UUID> own, ItemOrder order, Instant now) {
        this.order = order;
        place = place();
        isNearlyAll = queue == Queue.ALL;
        var userId = reader.person().userId();
        var all = new TreeSet<>(reader.names());
        if (queue == Queue.MINE) {
            all.clear();
        }
        all.add(userId);
        all.addAll(reader.standsInFor());
        holders = List.copyOf(all);
        for (int at = 0; at < holders.size(); at++) {
            parameters.put("holder" + at, holders.get(at));
        }
        parameters.put("user", userId);
        parameters.put("names", reader.names());
        parameters.put("own", own.isEmpty() ? List.of(NO_CASE) : own);
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        wanted.add(
                switch (queue) {
                    case MINE -> IN_HAND;
                    case AVAILABLE -> "e.offered = TRUE AND e.assignee = ''";
                    case TEAM -> "e.offered = TRUE AND e.assignee <> '' AND e.assignee <> :user";
                    case REACH -> IN_REACH;
                    case CASES -> "e.case_id IN (:own) AND (e.followed = TRUE OR " + IN_REACH + ")";
                    case ALL -> "(e.followed = TRUE OR " + IN_REACH + ")";
                });
        var known =
                switch (queue) {
                    case MINE, AVAILABLE, TEAM, REACH -> GRANTED;
                    case CASES, ALL ->
                        "(" + IN_REACH + " AND " + GRANTED + " OR " + FOLLOWED + ")"; // to follow is a grant, too
                };
        if (isSaid(filter.disease())) {
            wanted.add("EXISTS (SELECT 1 FROM case_disease d WHERE d.case_id = e.case_id AND d.token IN (:diseases))");
            parameters.put("diseases", reader.diseases());
            known += " AND " + CLINICAL;
        }
        may = known;
        new QueueConditions(wanted, parameters).narrow(filter, userId, now);
    }

    /** From a place on, which is not part of it. */
    void beyond(ItemOrder.Place from) {
        beyond = " AND " + order.beyond(place, "e.task_key");
        parameters.put("place", order.rank(from.value()));
        parameters.put("placeKey", from.taskKey());
    }

    /** The next so many tasks that were asked for: key, place in the order, and whether they may be known of. */
    String piece(int most) {
        return "SELECT e.task_key, e.place, " + known() + " AS known FROM (" + entries(first(most))
                + ") e GROUP BY e.place, e.task_key" + first(most);
    }

    /** How many of so many tasks were asked for, and how many of those may be known of. @param most null: of all */
    String count(@Nullable Integer most) {
        var least = most == null ? "" : isNearlyAll ? first(most) : " FETCH FIRST " + most + " ROWS ONLY";
        return "SELECT count(*) AS wanted, COALESCE(SUM(t.known), 0) AS known FROM (SELECT " + known()
                + " AS known FROM (" + entries(least) + ") e GROUP BY e.task_key) t";
    }

    /** The steps that there is work of: id and name. Which of it may be known of, is not asked: a step's name is the model's. */
    String steps() {
        return distinct("e.element_id, e.name");
    }

    /** The codes in a column of what was asked for. Which of it may be known of, is not asked: only for bringing it into an order. */
    String codes(ItemOrder named) {
        return distinct("e." + named.column());
    }

    private String distinct(String columns) {
        return "SELECT DISTINCT u.* FROM ("
                + forEachHolder("SELECT DISTINCT " + columns + " FROM queue_entry e WHERE %s") + ") u";
    }

    /** Each task that may be known of, once, with these columns of {@code queue_entry e}; its key among them. */
    String each(String columns) {
        return "SELECT DISTINCT u.* FROM ("
                + forEachHolder("SELECT " + columns + " FROM queue_entry e WHERE %s AND " + may.replace("%", "%%"))
                + ") u";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Of the entries of one task: 1 if the reader may know of it now, or 0. */
    private String known() {
        return "MAX(CASE WHEN " + may + " THEN 1 ELSE 0 END)";
    }

    /** What was asked for of each holder, with all that rights depend on. */
    private String entries(String first) {
        return forEachHolder("SELECT e.task_key, " + place
                + " AS place, e.case_id, e.holder, e.offered, e.followed, e.assignee, e.reserved FROM queue_entry e WHERE %s"
                + beyond + first);
    }

    private String first(int most) {
        return " ORDER BY place %1$s, task_key %1$s FETCH FIRST %2$d ROWS ONLY".formatted(order.direction(), most);
    }

    /** The column; or, where names are shown for its codes, the rank of the code among them: all of the list is looked at then. */
    private String place() {
        var column = "e." + order.column();
        if (order.ranked().isEmpty()) {
            return column;
        }
        var ranks = new StringBuilder("CASE ").append(column);
        for (int at = 0; at < order.ranked().size(); at++) {
            ranks.append(" WHEN :rank").append(at).append(" THEN ").append(at);
            parameters.put("rank" + at, order.ranked().get(at));
        }
        return ranks.append(" ELSE ")
                .append(order.ranked().size())
                .append(" END")
                .toString();
    }

    private String forEachHolder(String select) {
        var all = new ArrayList<String>();
        for (int at = 0; at < holders.size(); at++) {
            all.add("(" + select.formatted("e.holder = :holder" + at + " AND " + String.join(" AND ", wanted)) + ")");
        }
        return String.join(" UNION ALL ", all);
    }

    static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
