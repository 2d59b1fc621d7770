package org.konsil.worklist;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a whole list, as it is narrowed and ordered, line by line: in the columns that its reader has chosen. */
@Component
class QueueExport {

    /** Lines at most. */
    private static final int MOST = 100_000;

    private static final int AT_ONCE = 500;

    /** Where the lines go. */
    interface Lines extends AutoCloseable {
        void line(List<String> cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Queues queues;
    private final WorkRows rows;
    private final Looks looks;
    private final Audit audit;
    private final MessageSource words;

    QueueExport(Queues queues, WorkRows rows, Looks looks, Audit audit, MessageSource words) {
        this.queues = queues;
        this.rows = rows;
        this.looks = looks;
        this.audit = audit;
        this.words = words;
    }

    /** What is to be written for whom. */
    record Wanted(Queue queue, QueueFilter filter, Person person, Locale reader) {}

    /** Refuses what is not understood; else leaves the entry, before the first line leaves. */
    Wanted begin(Queue queue, QueueFilter filter, String format, Person person, Locale reader) {
        var many = queues.list(queue, filter, 1, person).total();
        audit.recordApart(new Entry(
                person.actor(),
                "work-exported",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of(
                        "list", queue.code(),
                        "format", format,
                        "narrowedBy", String.join(" ", filter.narrowing().keySet()),
                        "lines", Long.toString(Math.min(many, MOST)))));
        return new Wanted(queue, filter, person, reader);
    }

    /** What may be seen is asked anew for each few hundred lines. */
    void write(Wanted wanted, Lines out) throws IOException {
        var columns = looks.of(wanted.person().userId()).columns();
        out.line(columns.stream()
                .map(column -> word("worklist." + column.code(), wanted.reader()))
                .toList());
        var written = 0;
        @Nullable String after = null;
        do {
            var page = queues.page(wanted.queue(), wanted.filter().from(after), AT_ONCE, wanted.person());
            for (var row : rows.of(page.items(), wanted.person(), wanted.reader())) {
                out.line(columns.stream()
                        .map(column -> safe(cell(column, row, wanted.reader())))
                        .toList());
            }
            written += page.items().size();
            after = page.next();
        } while (after != null && written < MOST);
    }

    private String cell(Column column, WorkRow row, Locale reader) {
        var item = row.item();
        return switch (column) {
            case NAME -> item.name();
            case CASE -> row.caseName();
            case STAGE -> word("worklist.stage." + row.stage(), reader);
            case NETWORK -> text(row.network());
            case COUNTRY -> row.country();
            case URGENCY -> word("pieces." + item.urgency().code(), reader);
            case PRIORITY -> Integer.toString(item.priority());
            case DUE -> text(item.due());
            case GOAL -> text(item.goal());
            case CREATED -> item.createdAt().toString();
            case OWNER -> text(row.assignee());
            case CLOCK -> word("worklist.state." + item.clock().code(), reader);
        };
    }

    private String word(String key, Locale reader) {
        return words.getMessage(key, null, reader);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A spreadsheet would take such a cell for a formula. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
