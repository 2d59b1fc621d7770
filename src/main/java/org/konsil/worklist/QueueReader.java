package org.konsil.worklist;

import java.util.Set;
import org.konsil.access.Person;

/**
 * Whoever looks at a list.
 *
 * @param names the user and the groups that grants may name
 * @param standsInFor those who are away today, and whose deputy the reader is
 * @param diseases keyed hashes of the disease that is asked for, if one is
 */
record QueueReader(Person person, Set<String> names, Set<String> standsInFor, Set<String> diseases) {

    QueueReader {
        // a list in SQL has to have something in it: nothing is granted to nobody
        names = names.isEmpty() ? Set.of("") : Set.copyOf(names);
        standsInFor = Set.copyOf(standsInFor);
        diseases = diseases.isEmpty() ? Set.of("") : Set.copyOf(diseases);
    }
}
