package org.konsil.telling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.worklist.Presence;
import org.konsil.worklist.Presence.AtDesk;
import org.springframework.stereotype.Component;

/** Notices that somebody came to a task's form that others have open, or has gone. */
@Component
class LivePresence {

    private final Presence presence;
    private Map<LiveConnection, Set<AtDesk>> before = Map.of();

    LivePresence(Presence presence) {
        this.presence = presence;
    }

    /** Which of the open pages show something else by now; only whoever opened the form themselves is told of others there. */
    synchronized Set<LiveConnection> changed(List<LiveConnection> open) {
        var pages = open.stream()
                .filter(page -> page.shows(Topic.DESK) && page.task().isPresent())
                .collect(Collectors.toMap(
                        page -> page, page -> new AtDesk(page.task().orElseThrow(), page.person())));
        if (pages.isEmpty()) {
            before = Map.of();
            return Set.of();
        }
        presence.stay(Set.copyOf(pages.values()));
        var all = presence.at(pages.values().stream().map(AtDesk::taskKey).collect(Collectors.toSet()));
        var now = new HashMap<LiveConnection, Set<AtDesk>>();
        var changed = new HashSet<LiveConnection>();
        pages.forEach((page, reader) -> {
            var others = all.contains(reader) ? others(all, reader) : Set.<AtDesk>of();
            now.put(page, others);
            if (!others.equals(before.getOrDefault(page, Set.of()))) {
                changed.add(page);
            }
        });
        before = now;
        return changed;
    }

    private static Set<AtDesk> others(Set<AtDesk> all, AtDesk reader) {
        return all.stream()
                .filter(one -> one.taskKey() == reader.taskKey() && !one.equals(reader))
                .collect(Collectors.toSet());
    }
}
