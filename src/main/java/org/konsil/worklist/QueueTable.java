package org.konsil.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.kernel.Country;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The table of a list: its tabs, its heads by which it is ordered, and what it is narrowed to, each with the address of the same list without it. */
@Component
class QueueTable {

    /** @param many how many it holds, in words */
    record Tab(String code, String href, String many, boolean here) {}

    /** @param sorted ascending or descending; null where it is not the order */
    record Head(String code, String href, @Nullable String sorted, boolean wide) {}

    /** @param href the same list without it */
    record Chip(String name, String value, String href) {}

    /** @param shared the group that sees it too; blank if none */
    record Saved(UUID id, String name, String href, String many, String shared, boolean own) {}

    private final Directory directory;
    private final Access access;
    private final CaseNames cases;
    private final ClockStories holders;
    private final MessageSource words;

    QueueTable(Directory directory, Access access, CaseNames cases, ClockStories holders, MessageSource words) {
        this.directory = directory;
        this.access = access;
        this.cases = cases;
        this.holders = holders;
        this.words = words;
    }

    List<Tab> tabs(Queue here, Map<Queue, Long> counts, Locale reader) {
        return Queue.shown().stream()
                .map(queue -> new Tab(
                        queue.code(), queue.path(), many(counts.getOrDefault(queue, 0L), reader), queue == here))
                .toList();
    }

    /** Views that were kept, called by what they narrow to. */
    List<Saved> saved(List<Views.Kept> kept, Map<UUID, Long> counts, Person person, Locale reader) {
        return kept.stream()
                .map(view -> new Saved(
                        view.id(),
                        name(view, person, reader),
                        QueueAddress.of(view.queue(), view.filter()).toString(),
                        few(counts.getOrDefault(view.id(), 0L), reader),
                        view.shared().isBlank() ? "" : holders.name(view.shared(), reader),
                        view.isOf(person)))
                .toList();
    }

    private String name(Views.Kept view, Person person, Locale reader) {
        var parts = chips(view.queue(), view.filter(), person, reader).stream()
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

    List<Chip> chips(Queue queue, QueueFilter filter, Person person, Locale reader) {
        var address = QueueAddress.of(queue, filter);
        var chips = new ArrayList<Chip>();
        filter.narrowing()
                .forEach((name, value) -> chips.add(new Chip(
                        words.getMessage("worklist.chip." + name, null, reader),
                        said(name, value, filter, person, reader),
                        address.with(name, null).toString())));
        return chips;
    }

    private String said(String name, String value, QueueFilter filter, Person person, Locale reader) {
        return switch (name) {
            case "country" -> country(value, reader);
            case "network" -> network(value);
            case "owner" ->
                switch (value) {
                    case "me", "none" -> word("worklist.owner." + value, value, reader);
                    default -> access.person(value).map(Person::displayName).orElse(value);
                };
            case "since" -> word("worklist.since." + value, value, reader);
            case "caseId" -> cases.of(value, person);
            case "stage" -> word("worklist.stage." + value, value, reader);
            case "urgency" -> word("pieces." + value, value, reader);
            case "clock" -> word("worklist.state." + value, value, reader);
            case "due", "goal" -> word("worklist." + name + "." + value, value, reader);
            case "priority" -> word("worklist.priority." + value, value, reader);
            case "group" -> value.matches("[a-z-]+:[a-z0-9-]+") ? holders.name(value, reader) : value;
            case "task" -> String.join(", ", filter.tasks()).replace('-', ' ');
            default -> value;
        };
    }

    private String word(String key, String otherwise, Locale reader) {
        return String.valueOf(words.getMessage(key, null, otherwise, reader));
    }

    private String network(String value) {
        return directory.networks().stream()
                .filter(network -> network.id().value().equals(value))
                .findFirst()
                .map(network -> network.name())
                .orElse(value);
    }

    private static String country(String value, Locale reader) {
        return value.matches("[a-z]{2}") ? Country.of(value).name(reader) : value;
    }
}
