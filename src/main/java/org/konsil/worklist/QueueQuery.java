package org.konsil.worklist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A list as SQL over the entries of each holder that the reader is: what is theirs to know of now, narrowed to what was asked for. */
final class QueueQuery {

    private static final String NOW = "%1$s.granted_at <= :now AND (%1$s.ends_at IS NULL OR %1$s.ends_at > :now)";

    /** Counted, not asked for existence: so it is looked up row by row on the way along an index, never joined with all grants there are. */
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

    private static final String IN_REACH = "((e.offered = TRUE OR " + IN_HAND + ") AND " + GRANTED + ")";

    /** A set that the database may begin with: somebody's few cases among the many of their groups. */
    private static final String MY_PART = "e.case_id IN (SELECT p.case_id FROM case_part p WHERE p.user_id = :user"
            + " UNION ALL SELECT n.case_id FROM case_grant n WHERE n.holder = :user AND " + NOW.formatted("n") + ")";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> holders;
    private String beyondRank = "";

    /** The way along which it is counted so far and no further: where nearly all there is belongs to the list, in any order there is an index for. */
    private final String along;

    QueueQuery(Queue queue, QueueFilter filter, QueueReader reader, Instant now) {
        along = queue == Queue.ALL ? " ORDER BY e.due_order, e.task_key" : "";
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
        if (queue == Queue.CASES) {
            conditions.add(MY_PART);
        }
        conditions.add(
                switch (queue) {
                    case MINE -> IN_HAND + " AND " + GRANTED;
                    case AVAILABLE -> "e.offered = TRUE AND e.assignee = '' AND " + GRANTED;
                    case TEAM -> "e.offered = TRUE AND e.assignee <> '' AND e.assignee <> :user AND " + GRANTED;
                    case REACH -> IN_REACH;
                    case ALL, CASES -> "(" + IN_REACH + " OR " + FOLLOWED + ")"; // to follow a case is a grant, too
                });
        parameters.put("user", userId);
        parameters.put("names", reader.names());
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        if (isSaid(filter.disease())) {
            conditions.add(
                    "EXISTS (SELECT 1 FROM case_disease d WHERE d.case_id = e.case_id AND d.token IN (:diseases))");
            conditions.add(CLINICAL);
            parameters.put("diseases", reader.diseases());
        }
        new QueueConditions(conditions, parameters).narrow(filter, userId, now);
    }

    /** The keys and places of a page, each task once. */
    String page(ItemOrder order, int most) {
        if (!order.ranked().isEmpty()) {
            return ranked(order, most);
        }
        var each = "SELECT e.task_key, e." + order.column() + " AS place FROM queue_entry e WHERE %s ORDER BY e."
                + order.column() + " " + order.direction() + ", e.task_key " + order.direction() + " FETCH FIRST "
                + most
                + " ROWS ONLY";
        return "SELECT DISTINCT u.place, u.task_key FROM (" + forEachHolder(each) + ") u ORDER BY u.place "
                + order.direction() + ", u.task_key " + order.direction() + " FETCH FIRST " + most + " ROWS ONLY";
    }

    /** By the names that are shown: all of the list is looked at, as in every order without an index. */
    private String ranked(ItemOrder order, int most) {
        var ranks = new StringBuilder();
        for (int at = 0; at < order.ranked().size(); at++) {
            ranks.append(" WHEN :rank").append(at).append(" THEN ").append(at);
            parameters.put("rank" + at, order.ranked().get(at));
        }
        var each = "SELECT e.task_key, e." + order.column() + " AS v FROM queue_entry e WHERE %s";
        return "SELECT w.place, w.task_key FROM (SELECT DISTINCT u.task_key, CASE u.v" + ranks + " ELSE "
                + order.ranked().size() + " END AS place FROM (" + forEachHolder(each) + ") u) w" + beyondRank
                + " ORDER BY w.place " + order.direction() + ", w.task_key " + order.direction() + " FETCH FIRST "
                + most + " ROWS ONLY";
    }

    /** @param most counts no further; null counts all */
    String count(@Nullable Integer most) {
        var each = "SELECT e.task_key FROM queue_entry e WHERE %s"
                + (most == null ? "" : along + " FETCH FIRST " + most + " ROWS ONLY");
        return "SELECT count(DISTINCT u.task_key) FROM (" + forEachHolder(each) + ") u";
    }

    /** Each task once, with these columns of {@code queue_entry e}; its key among them. */
    String each(String columns) {
        return "SELECT DISTINCT u.* FROM (" + forEachHolder("SELECT " + columns + " FROM queue_entry e WHERE %s")
                + ") u";
    }

    /** What it is narrowed to besides, for a select of one's own over {@code queue_entry e}. */
    String distinct(String column) {
        return "SELECT DISTINCT u.v FROM ("
                + forEachHolder("SELECT DISTINCT e." + column + " AS v FROM queue_entry e WHERE %s")
                + ") u ORDER BY u.v";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    void beyond(ItemOrder order, String place) {
        var read = order.read(place);
        parameters.put("placeKey", read.taskKey());
        if (order.ranked().isEmpty()) {
            conditions.add(order.beyond("e."));
            parameters.put("place", read.value());
        } else {
            beyondRank = " WHERE " + order.beyond("w.place", "w.task_key");
            parameters.put("place", order.ranked().indexOf(String.valueOf(read.value())));
        }
    }

    private String forEachHolder(String select) {
        var all = new ArrayList<String>();
        for (int at = 0; at < holders.size(); at++) {
            all.add("(" + select.formatted("e.holder = :holder" + at + " AND " + String.join(" AND ", conditions))
                    + ")");
        }
        return String.join(" UNION ALL ", all);
    }

    static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
