package org.konsil.worklist;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open work for those who answer for a whole network or country. It is narrowed by what an address may say of a list: stage, network,
 * country, owner, clock, since, until, due, dueFrom; all else is left out. Who may ask for what is decided by whoever calls.
 */
@Service
public class AllWork {

    private static final Set<String> PARTS =
            Set.of("stage", "network", "country", "owner", "clock", "since", "until", "due", "dueFrom", "after");

    private final AllRows rows;
    private final Chips chips;
    private final Access access;
    private final Absences absences;

    AllWork(AllRows rows, Chips chips, Access access, Absences absences) {
        this.rows = rows;
        this.chips = chips;
        this.access = access;
        this.absences = absences;
    }

    /** All there is, whoever may know of it. */
    @Transactional(readOnly = true)
    public CountedWork count(Map<String, String> said, CountedWork.Asked how) {
        return rows.count(narrowed(said), how);
    }

    /** What the list All shows to this person. */
    @Transactional(readOnly = true)
    public CountedWork countKnownTo(Person person, Map<String, String> said, CountedWork.Asked how) {
        var reader =
                new QueueReader(person, access.holderNames(person), absences.standsInFor(person.userId()), Set.of());
        return rows.count(narrowed(said), reader, how);
    }

    /**
     * The work behind a number of {@link #count}, in the order of its dates. What of it a reader may be shown is the caller's to decide.
     *
     * @throws ItemRefused (422) what is not understood
     */
    @Transactional(readOnly = true)
    public ItemPage page(Map<String, String> said, int size) {
        return rows.page(narrowed(said), size);
    }

    /** What it is narrowed to, in words, by the names of the parts. */
    public Map<String, String> inWords(Map<String, String> said, Person person, Locale reader) {
        var words = new LinkedHashMap<String, String>();
        chips.of(Queue.ALL, narrowed(said), person, reader).forEach(chip -> words.put(chip.name(), chip.value()));
        return words;
    }

    /** What it is narrowed to, as an address says it: its order and page apart. */
    public Map<String, String> narrowing(Map<String, String> said) {
        return narrowed(said).narrowing();
    }

    private static QueueFilter narrowed(Map<String, String> said) {
        var parts = new LinkedHashMap<>(said);
        parts.keySet().retainAll(PARTS);
        return QueueFilter.of(parts);
    }
}
