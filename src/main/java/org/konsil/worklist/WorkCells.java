package org.konsil.worklist;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays the rows of a list out in the columns that its reader chose, so that {@link ListDialect} only has to write them down. */
@Component
class WorkCells {

    private static final String NOTHING = "–";

    /** How a cell is written. */
    enum Kind {
        /** The task: the head of its row. */
        TITLE,
        /** The case. */
        CASE,
        /** A mark with its state. */
        TAG,
        TEXT
    }

    /**
     * A cell.
     *
     * @param label what its column is called
     * @param href where it leads to; null if nowhere
     * @param day instead of the text, or behind it in a mark; in the reader's own zone
     * @param state of a mark, as the style sheet calls it
     */
    record Cell(
            Kind kind,
            String label,
            String text,
            @Nullable String href,
            @Nullable Instant day,
            String state) {}

    /**
     * A line of the list.
     *
     * @param what the task and its case, for whom the columns do not tell
     * @param pick asks to choose the line; null if its reader cannot work on it
     * @param claim asks to take the task; null if somebody has it
     */
    record Line(
            long task,
            String what,
            @Nullable String pick,
            @Nullable String claim,
            List<Cell> cells) {}

    private final MessageSource words;

    WorkCells(MessageSource words) {
        this.words = words;
    }

    List<Line> lines(List<WorkRow> rows, Look look, Locale reader) {
        var labels = new EnumMap<Column, String>(Column.class);
        look.columns().forEach(column -> labels.put(column, word("worklist." + column.code(), reader)));
        var pick = word("worklist.choose", reader);
        var claim = word("worklist.claim", reader);
        return rows.stream()
                .map(row -> new Line(
                        row.item().taskKey(),
                        row.item().name() + ", " + row.caseName(),
                        row.opens() ? pick : null,
                        row.opens() && row.item().assignee() == null ? claim : null,
                        look.columns().stream()
                                .map(column -> cell(column, row, labels, reader))
                                .toList()))
                .toList();
    }

    private Cell cell(Column column, WorkRow row, Map<Column, String> labels, Locale reader) {
        var item = row.item();
        var label = String.valueOf(labels.get(column));
        return switch (column) {
            case NAME ->
                new Cell(Kind.TITLE, label, item.name(), row.opens() ? "/tasks/" + item.taskKey() : null, null, "");
            case CASE -> {
                var name = row.caseName().isEmpty() ? word("desk.case.title.erased", reader) : row.caseName();
                yield new Cell(Kind.CASE, label, name, "/cases/" + item.caseId(), null, "");
            }
            case STAGE -> text(label, word("worklist.stage." + row.stage(), reader));
            case NETWORK -> text(label, row.network());
            case COUNTRY -> text(label, row.country());
            case URGENCY -> {
                var code = item.urgency().code();
                yield tag(label, word("pieces." + code, reader), code.equals("urgent") ? code : "plain", null);
            }
            case PRIORITY -> text(label, Integer.toString(item.priority()));
            case DUE -> {
                var state = item.clock().code();
                yield row.due() == null
                        ? text(label, "")
                        : tag(label, word("pieces.clock." + state, reader), "clock " + state, row.due());
            }
            case GOAL -> day(label, item.goal());
            case CREATED -> day(label, item.createdAt());
            case OWNER -> text(label, row.assignee());
            case CLOCK -> text(label, word("worklist.state." + item.clock().code(), reader));
        };
    }

    private static Cell text(String label, @Nullable String text) {
        return new Cell(Kind.TEXT, label, text == null ? NOTHING : text, null, null, "");
    }

    private static Cell day(String label, @Nullable Instant day) {
        return new Cell(Kind.TEXT, label, NOTHING, null, day, "");
    }

    private static Cell tag(String label, String text, String state, @Nullable Instant day) {
        return new Cell(Kind.TAG, label, text, null, day, state);
    }

    private String word(String key, Locale reader) {
        return words.getMessage(key, null, reader);
    }
}
