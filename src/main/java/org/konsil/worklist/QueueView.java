package org.konsil.worklist;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.konsil.access.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Lays a list out on its page. */
@Component
class QueueView {

    /** Rows on a page. */
    static final int SIZE = 50;

    private final Queues queues;
    private final QueueTable table;
    private final Chips chips;
    private final WorkRows rows;
    private final WorkCells cells;
    private final Looks looks;
    private final Views views;
    private final ClockStories holders;
    private final Narrowings narrowings;

    QueueView(
            Queues queues,
            QueueTable table,
            Chips chips,
            WorkRows rows,
            WorkCells cells,
            Looks looks,
            Views views,
            ClockStories holders,
            Narrowings narrowings) {
        this.queues = queues;
        this.table = table;
        this.chips = chips;
        this.rows = rows;
        this.cells = cells;
        this.looks = looks;
        this.views = views;
        this.holders = holders;
        this.narrowings = narrowings;
    }

    @Transactional(readOnly = true)
    public void show(Queue queue, QueueFilter filter, Person person, Model page, Locale reader) {
        var found = queues.page(queue, filter, SIZE, person);
        var counts = queues.countEach(person);
        var look = looks.of(person.userId());
        var address = QueueAddress.of(queue, filter);
        page.addAttribute("here", "work");
        page.addAttribute("queue", queue.code());
        page.addAttribute("path", queue.path());
        page.addAttribute("filter", filter);
        page.addAttribute("sort", ItemOrder.of(filter.sort()).said());
        page.addAttribute("keysOn", look.keys());
        page.addAttribute("lasting", filter.lasting());
        page.addAttribute("tabs", table.tabs(queue, counts, reader));
        page.addAttribute("heads", table.heads(look, queue, filter));
        page.addAttribute("chips", chips.of(queue, filter, person, reader));
        page.addAttribute("many", table.many(counted(queue, filter, person, counts), reader));
        page.addAttribute("rows", cells.lines(rows.of(found.items(), person, reader), look, reader));
        page.addAttribute("first", found.before() == null ? null : address.toString());
        page.addAttribute("next", found.next() == null ? null : address.with("after", found.next()));
        page.addAttribute("before", found.before() == null ? null : address.with("before", found.before()));
        page.addAttribute("address", address.toString());
        page.addAttribute("csv", address.at("/work/export.csv").with("list", queue.code()));
        page.addAttribute("xlsx", address.at("/work/export.xlsx").with("list", queue.code()));
        var kept = views.of(person);
        page.addAttribute("views", table.saved(kept, queues.countEach(kept, person), person, reader));
        page.addAttribute("groups", groups(person, reader));
        page.addAttribute("narrowings", narrowings.of(filter, person, reader));
    }

    private long counted(Queue queue, QueueFilter filter, Person person, Map<Queue, Long> counts) {
        return filter.narrowing().isEmpty() ? counts.getOrDefault(queue, 0L) : queues.count(queue, filter, person);
    }

    /** With whom a view can be shared: the reader's groups, by their names. */
    private Map<String, String> groups(Person person, Locale reader) {
        var named = new TreeMap<String, String>();
        person.groups().forEach(group -> named.put(group.toString(), holders.name(group.toString(), reader)));
        return named;
    }
}
