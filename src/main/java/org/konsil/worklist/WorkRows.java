package org.konsil.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.absences.Absences;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Finds out what the cases, networks and people of work items are called. */
@Component
class WorkRows {

    private final CaseFiles cases;
    private final Directory directory;
    private final Access access;
    private final ItemDoor door;
    private final Absences absences;

    WorkRows(CaseFiles cases, Directory directory, Access access, ItemDoor door, Absences absences) {
        this.cases = cases;
        this.directory = directory;
        this.access = access;
        this.door = door;
        this.absences = absences;
    }

    WorkRow of(WorkItem item, Locale reader) {
        var network = item.network() == null ? null : named(item.network());
        return row(item, cases.summary(item.caseId()).pseudonym(), network, true, reader);
    }

    /** The rows of a page, their cases read in one look. */
    List<WorkRow> of(List<WorkItem> items, Person person, Locale reader) {
        var about = cases.summaries(items.stream().map(WorkItem::caseId).toList());
        var away = absences.standsInFor(person.userId());
        var networks = new HashMap<NetworkId, String>();
        items.forEach(item -> {
            if (item.network() != null) {
                networks.computeIfAbsent(item.network(), this::named);
            }
        });
        return items.stream()
                .map(item -> {
                    var known = about.get(item.caseId());
                    var opens = item.isFor(person.userId())
                            || (!item.reserved() && access.mayWork(person, item.candidates(), null))
                            || door.opensInStead(item, person, away);
                    var network = item.network() == null ? null : networks.get(item.network());
                    return row(item, known == null ? "" : known.pseudonym(), network, opens, reader);
                })
                .toList();
    }

    private WorkRow row(WorkItem item, String caseName, @Nullable String network, boolean opens, Locale reader) {
        return new WorkRow(
                item, caseName, item.country().name(reader), network, person(item.assignee()), item.due(), opens);
    }

    @Nullable
    String person(@Nullable String userId) {
        return userId == null
                ? null
                : access.person(userId).map(Person::displayName).orElse(userId);
    }

    private String named(NetworkId id) {
        return directory.network(id).map(Network::name).orElse(id.value());
    }
}
