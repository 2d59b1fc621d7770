package org.konsil.worklist;

import static org.konsil.worklist.QueueQuery.isSaid;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Days;
import org.konsil.kernel.Stage;

/** What was asked for, as conditions on {@code queue_entry e}. What is not understood is refused by the name of its part. */
record QueueConditions(List<String> conditions, Map<String, Object> parameters) {

    private static final int USUAL_PRIORITY = 50;

    void narrow(QueueFilter filter, String userId, Instant now) {
        if (isSaid(filter.group())) {
            conditions.add(
                    "EXISTS (SELECT 1 FROM work_item_group h WHERE h.task_key = e.task_key AND h.candidate = :group)");
            parameters.put("group", String.valueOf(filter.group()));
        }
        if ("none".equals(filter.owner())) {
            conditions.add("e.assignee = ''");
        } else if (isSaid(filter.owner())) {
            equal("assignee", "me".equals(filter.owner()) ? userId : filter.owner());
        }
        if (isSaid(filter.stage())) {
            equal("stage", stage(String.valueOf(filter.stage())).name());
        }
        if (isSaid(filter.caseId())) {
            equal("case_id", uuid(String.valueOf(filter.caseId())));
        }
        if (!filter.tasks().isEmpty()) {
            conditions.add("e.element_id IN (:tasks)");
            parameters.put("tasks", filter.tasks());
        }
        equal("network", "none".equals(filter.network()) ? "" : lower(filter.network()));
        equal("country", lower(filter.country()));
        equal("urgency", lower(filter.urgency()));
        priority(filter.priority());
        before("due", "due_order", filter.due(), now);
        from(filter.dueFrom(), now);
        before("goal", "goal_order", filter.goal(), now);
        clock(filter.clock(), now);
        waits("since", "<=", filter.since(), now);
        waits("until", ">", filter.until(), now);
    }

    private void priority(@Nullable String priority) {
        if (isSaid(priority)) {
            var than =
                    switch (String.valueOf(priority)) {
                        case "high" -> ">";
                        case "normal" -> "=";
                        case "low" -> "<";
                        default -> throw ItemRefused.filter("priority", String.valueOf(priority));
                    };
            conditions.add("e.priority " + than + " " + USUAL_PRIORITY);
        }
    }

    private void before(String name, String column, @Nullable String when, Instant now) {
        if (when == null || when.isBlank()) {
            return;
        }
        var today = Days.of(now);
        var moment =
                switch (when) {
                    case "overdue" -> now;
                    case "today" -> begin(today.plusDays(1));
                    case "week" -> begin(today.plusDays(7));
                    default -> instant(name, when);
                };
        conditions.add("e." + column + " < :" + name);
        parameters.put(name, utc(moment));
    }

    /** Beyond this very moment, as what is overdue is up to it. */
    private void from(@Nullable String when, Instant now) {
        if (isSaid(when)) {
            var isNow = "now".equals(when);
            conditions.add("e.due_order " + (isNow ? ">" : ">=") + " :dueFrom");
            parameters.put("dueFrom", utc(isNow ? now : instant("dueFrom", String.valueOf(when))));
        }
    }

    private void clock(@Nullable String state, Instant now) {
        if (!isSaid(state)) {
            return;
        }
        conditions.add(
                switch (String.valueOf(state)) {
                    case "stopped" -> "e.stopped = TRUE";
                    case "running" -> "e.stopped = FALSE";
                    case "overdue" -> "e.stopped = FALSE AND e.due_order <= :now";
                    case "due-soon" -> "e.stopped = FALSE AND e.due_order > :now AND e.due_order <= :near";
                    case "on-time" -> "e.stopped = FALSE AND e.due_order > :near AND e.due_order < :far";
                    case "none" -> "e.stopped = FALSE AND e.due_order >= :far";
                    default -> throw ItemRefused.filter("clock", String.valueOf(state));
                });
        parameters.put("near", utc(now.plus(ClockState.NEAR)));
        parameters.put("far", utc(QueueEntries.FAR_AWAY));
    }

    private void waits(String name, String than, @Nullable String days, Instant now) {
        if (isSaid(days)) {
            try {
                var waited = Duration.ofDays(Short.parseShort(String.valueOf(days)));
                conditions.add("e.created_at " + than + " :" + name);
                parameters.put(name, utc(now.minus(waited)));
            } catch (NumberFormatException e) {
                throw ItemRefused.filter(name, String.valueOf(days));
            }
        }
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            conditions.add("e." + column + " = :is_" + column);
            parameters.put("is_" + column, value);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
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

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Days.PLACE).toInstant();
    }

    private static Instant instant(String name, String text) {
        try {
            return text.contains("T") ? OffsetDateTime.parse(text).toInstant() : begin(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw ItemRefused.filter(name, text);
        }
    }
}
