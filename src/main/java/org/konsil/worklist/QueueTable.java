package org.konsil.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The table of a list: its tabs, its heads by which it is ordered, and the views that were kept. */
@Component
class QueueTable {

    /** @param many how many it holds, in words */
    record Tab(String code, String href, String many, boolean here) {}

    /** @param sorted ascending or descending; null where it is not the order */
    record Head(String code, String href, @Nullable String sorted, boolean wide) {}

    /**
     * A view that was kept.
     *
     * @param name as it was given; empty if it is called by what it narrows to
     * @param narrowed what it narrows to, in words
     * @param shared the group that sees it too, as people call it; blank if none
     * @param group the same as a code
     */
    record Saved(
            UUID id, String name, String narrowed, String href, String many, String shared, String group, boolean own) {

        public String called() {
            return name.isEmpty() ? narrowed : name;
        }
    }

    private final Chips chips;
    private final ClockStories holders;
    private final MessageSource words;

    QueueTable(Chips chips, ClockStories holders, MessageSource words) {
        this.chips = chips;
        this.holders = holders;
        this.words = words;
    }

    List<Tab> tabs(Queue here, Map<Queue, Long> counts, Locale reader) {
        return Queue.shown().stream()
                .map(queue -> new Tab(
                        queue.code(), queue.path(), many(counts.getOrDefault(queue, 0L), reader), queue == here))
                .toList();
    }

    List<Saved> saved(List<Views.Kept> kept, Map<UUID, Long> counts, Person person, Locale reader) {
        return kept.stream()
                .map(view -> new Saved(
                        view.id(),
                        view.name(),
                        narrowed(view, person, reader),
                        QueueAddress.of(view.queue(), view.filter()).toString(),
                        few(counts.getOrDefault(view.id(), 0L), reader),
                        view.shared().isBlank() ? "" : holders.name(view.shared(), reader),
                        view.shared(),
                        view.isOf(person)))
                .toList();
    }

    private String narrowed(Views.Kept view, Person person, Locale reader) {
        var parts = chips.of(view.queue(), view.filter(), person, reader).stream()
                .map(chip -> chip.name() + ": " + chip.value())
                .collect(Collectors.joining(", "));
        var list = word("worklist." + view.queue().code(), view.queue().code(), reader);
        return parts.isEmpty() ? list : list + ", " + parts;
    }

    private String few(long count, Locale reader) {
        return count > QueueRows.COUNTED_OF_A_VIEW
                ? words.getMessage("worklist.many", new Object[] {QueueRows.COUNTED_OF_A_VIEW}, reader)
                : Long.toString(count);
    }

    /** A number, or "more than" so many. */
    String many(long count, Locale reader) {
        return count > QueueRows.COUNTED
                ? words.getMessage("worklist.many", new Object[] {QueueRows.COUNTED}, reader)
                : Long.toString(count);
    }

    List<Head> heads(Look look, Queue queue, QueueFilter filter) {
        var order = ItemOrder.of(filter.sort());
        var address = QueueAddress.of(queue, filter);
        return look.columns().stream()
                .map(column -> {
                    var isOrder = order.name().equals(column.code());
                    var next = new ItemOrder(column.code(), isOrder && !order.descending());
                    return new Head(
                            column.code(),
                            address.with("sort", next.said()).toString(),
                            isOrder ? order.descending() ? "descending" : "ascending" : null,
                            look.wide().contains(column));
                })
                .toList();
    }

    private String word(String key, String otherwise, Locale reader) {
        return String.valueOf(words.getMessage(key, null, otherwise, reader));
    }
}
