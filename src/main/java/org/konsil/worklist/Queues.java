package org.konsil.worklist;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseTokens;
import org.konsil.terminology.MalformedCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of open work, for whoever looks at them. */
@Service
class Queues {

    private final QueueRows rows;
    private final CaseTokens tokens;
    private final Absences absences;
    private final Access access;
    private final Audit audit;

    Queues(QueueRows rows, CaseTokens tokens, Absences absences, Access access, Audit audit) {
        this.rows = rows;
        this.tokens = tokens;
        this.absences = absences;
        this.access = access;
        this.audit = audit;
    }

    /** A page with the number of all, however many. */
    @Transactional(readOnly = true)
    public ItemPage list(Queue queue, QueueFilter filter, int size, Person person) {
        var reader = reader(person, filter);
        var page = rows.page(queue, filter, reader, size);
        return new ItemPage(page.items(), rows.count(queue, filter, reader, null), page.next());
    }

    /** A page. Asking for a disease is a look into what is clinical, and leaves an entry. @throws ItemRefused what is not understood */
    @Transactional(readOnly = true)
    public QueuePage page(Queue queue, QueueFilter filter, int size, Person person) {
        var page = rows.page(queue, filter, reader(person, filter), size);
        if (QueueQuery.isSaid(filter.disease())) {
            audit.recordApart(new Entry(
                    person.actor(),
                    "queue-searched",
                    null,
                    null,
                    null,
                    Entry.Outcome.DONE,
                    null,
                    Map.of("shown", String.valueOf(page.items().size()))));
        }
        return page;
    }

    /** How many a list holds, counted up to {@link QueueRows#COUNTED} + 1: that one more means "more than". */
    @Transactional(readOnly = true)
    public long count(Queue queue, QueueFilter filter, Person person) {
        return rows.count(queue, filter, reader(person, filter), QueueRows.COUNTED + 1);
    }

    /** The same for each list that has a page, not narrowed. */
    @Transactional(readOnly = true)
    public Map<Queue, Long> countEach(Person person) {
        var reader = reader(person, QueueFilter.ALL);
        var counts = new EnumMap<Queue, Long>(Queue.class);
        Queue.shown()
                .forEach(queue -> counts.put(queue, rows.count(queue, QueueFilter.ALL, reader, QueueRows.COUNTED + 1)));
        return counts;
    }

    /** How many each of these views holds, counted only so far that a page can say "more than". */
    @Transactional(readOnly = true)
    public Map<UUID, Long> countEach(List<Views.Kept> views, Person person) {
        var counts = new HashMap<UUID, Long>();
        views.forEach(view -> counts.put(
                view.id(),
                rows.count(
                        view.queue(), view.filter(), reader(person, view.filter()), QueueRows.COUNTED_OF_A_VIEW + 1)));
        return counts;
    }

    @Transactional(readOnly = true)
    public Counts counts(Person person) {
        var reader = reader(person, QueueFilter.ALL);
        return new Counts(
                rows.count(Queue.MINE, QueueFilter.ALL, reader, null),
                rows.count(Queue.AVAILABLE, QueueFilter.ALL, reader, null),
                rows.count(Queue.ALL, QueueFilter.of(Map.of("due", "overdue")), reader, null));
    }

    /** The ids of the steps whose task is called so, among all that the person may know of. */
    @Transactional(readOnly = true)
    public List<String> tasksNamed(String text, Person person) {
        return rows.tasksNamed(text, Queue.ALL, reader(person, QueueFilter.ALL));
    }

    private QueueReader reader(Person person, QueueFilter filter) {
        return new QueueReader(
                person, access.holderNames(person), absences.standsInFor(person.userId()), diseases(filter));
    }

    private Set<String> diseases(QueueFilter filter) {
        if (!QueueQuery.isSaid(filter.disease())) {
            return Set.of();
        }
        try {
            return tokens.ofDisease(String.valueOf(filter.disease()));
        } catch (MalformedCode e) {
            throw ItemRefused.filter("disease", String.valueOf(filter.disease()));
        }
    }
}
