package org.konsil.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Stage;

/** A filter as SQL: what the person may see, narrowed to what was asked for. */
final class ItemQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param names the user and the groups that candidates may name */
    ItemQuery(ItemFilter filter, String userId, Set<String> names, Instant now) {
        add("i.state = 'OPEN'");
        add("(i.assignee = :user OR (i.reserved = FALSE AND EXISTS (SELECT 1 FROM work_item_group g"
                + " WHERE g.task_key = i.task_key AND g.candidate IN (:names))))");
        add(
                "EXISTS (SELECT 1 FROM case_grant a WHERE a.case_id = i.case_id AND a.holder IN (:names)"
                        + " AND a.granted_at <= :now AND (a.ends_at IS NULL OR a.ends_at > :now) AND a.granted_as <> 'REASON')");
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        parameters.put("user", userId);
        parameters.put("names", names);
        narrow(filter, userId);
        due(filter.due(), now);
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    void from(ItemOrder order, String after) {
        var place = order.read(after);
        add("(i.%1$s %2$s :place OR (i.%1$s = :place AND i.task_key > :placeKey))"
                .formatted(order.column(), order.compare()));
        parameters.put("place", place.value());
        parameters.put("placeKey", place.taskKey());
    }

    private void narrow(ItemFilter filter, String userId) {
        if (isSaid(filter.group())) {
            add("EXISTS (SELECT 1 FROM work_item_group h WHERE h.task_key = i.task_key AND h.candidate = :group)");
            parameters.put("group", String.valueOf(filter.group()));
        }
        if ("none".equals(filter.assignee())) {
            add("i.assignee IS NULL");
        } else if (isSaid(filter.assignee())) {
            equal("assignee", "me".equals(filter.assignee()) ? userId : filter.assignee());
        }
        if (isSaid(filter.stage())) {
            equal("stage", stage(String.valueOf(filter.stage())).name());
        }
        if (isSaid(filter.caseId())) {
            equal("case_id", uuid(String.valueOf(filter.caseId())));
        }
        equal("network", lower(filter.network()));
        equal("country", lower(filter.country()));
        equal("urgency", lower(filter.urgency()));
    }

    private void due(@Nullable String due, Instant now) {
        if (due == null || due.isBlank()) {
            return;
        }
        var today = now.truncatedTo(ChronoUnit.DAYS);
        var before =
                switch (due) {
                    case "overdue" -> now;
                    case "today" -> today.plus(1, ChronoUnit.DAYS);
                    case "week" -> today.plus(7, ChronoUnit.DAYS);
                    default -> instant(due);
                };
        add("i.due_order < :due");
        parameters.put("due", OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            add("i." + column + " = :" + column);
            parameters.put(column, value);
        }
    }

    private void add(String condition) {
        conditions.add(condition);
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.toLowerCase(Locale.ROOT);
    }

    private static Stage stage(String code) {
        try {
            return Stage.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ItemRefused.filter("stage", code);
        }
    }

    private static UUID uuid(String caseId) {
        try {
            return UUID.fromString(caseId);
        } catch (IllegalArgumentException e) {
            throw ItemRefused.filter("caseId", caseId);
        }
    }

    private static Instant instant(String due) {
        try {
            return due.contains("T")
                    ? OffsetDateTime.parse(due).toInstant()
                    : LocalDate.parse(due).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw ItemRefused.filter("due", due);
        }
    }
}
