package org.konsil.worklist;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.kernel.Stage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a list out on its page. */
@Component
class QueueView {

    /** Rows on a page. */
    static final int SIZE = 50;

    private static final List<String> STAGES = List.of(Stage.values()).stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();

    private final Queues queues;
    private final QueueTable table;
    private final Chips chips;
    private final WorkRows rows;
    private final WorkCells cells;
    private final Looks looks;
    private final Views views;
    private final ClockStories holders;
    private final Directory directory;
    private final Colleagues colleagues;
    private final MessageSource words;

    QueueView(
            Queues queues,
            QueueTable table,
            Chips chips,
            WorkRows rows,
            WorkCells cells,
            Looks looks,
            Views views,
            ClockStories holders,
            Directory directory,
            Colleagues colleagues,
            MessageSource words) {
        this.queues = queues;
        this.table = table;
        this.chips = chips;
        this.rows = rows;
        this.cells = cells;
        this.looks = looks;
        this.views = views;
        this.holders = holders;
        this.directory = directory;
        this.colleagues = colleagues;
        this.words = words;
    }

    void show(Queue queue, QueueFilter filter, Person person, Model page, Locale reader) {
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
        options(person, page, reader);
    }

    private long counted(Queue queue, QueueFilter filter, Person person, Map<Queue, Long> counts) {
        return filter.narrowing().isEmpty() ? counts.getOrDefault(queue, 0L) : queues.count(queue, filter, person);
    }

    private void options(Person person, Model page, Locale reader) {
        page.addAttribute("stages", STAGES);
        var networks = new LinkedHashMap<String, String>();
        networks.put("none", words.getMessage("worklist.network.none", null, reader));
        directory.networks().forEach(network -> networks.put(network.id().value(), network.name()));
        page.addAttribute("networks", networks);
        page.addAttribute("countries", countries(reader));
        page.addAttribute("owners", owners(person, reader));
    }

    /** Where a case may come from: wherever a home provider is. */
    private Map<String, String> countries(Locale reader) {
        var named = new LinkedHashMap<String, String>();
        directory.homeCountries().stream()
                .sorted(Comparator.comparing(country -> country.name(reader), Collator.getInstance(reader)))
                .forEach(country -> named.put(country.code(), country.name(reader)));
        return named;
    }

    private Map<String, String> owners(Person person, Locale reader) {
        var named = new LinkedHashMap<String, String>();
        List.of("me", "none")
                .forEach(code -> named.put(code, words.getMessage("worklist.owner." + code, null, reader)));
        colleagues.of(person).forEach(colleague -> named.put(colleague.userId(), colleague.displayName()));
        return named;
    }

    /** With whom a view can be shared: the reader's groups, by their names. */
    private Map<String, String> groups(Person person, Locale reader) {
        var named = new TreeMap<String, String>();
        person.groups().forEach(group -> named.put(group.toString(), holders.name(group.toString(), reader)));
        return named;
    }
}
