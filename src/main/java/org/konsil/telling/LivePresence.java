package org.konsil.telling;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.boards.MinutesPresence;
import org.konsil.worklist.Presence;
import org.springframework.stereotype.Component;

/** Notices that somebody came to a form that others have open, or has gone: to that of a task, or to the minutes of a case. */
@Component
class LivePresence {

    private record AtDesk(Desk desk, String person) {}

    private final Presence tasks;
    private final MinutesPresence minutes;
    private Map<LiveConnection, Set<AtDesk>> before = Map.of();

    LivePresence(Presence tasks, MinutesPresence minutes) {
        this.tasks = tasks;
        this.minutes = minutes;
    }

    /** Which of the open pages show something else by now; only whoever opened the form themselves is told of others there. */
    synchronized Set<LiveConnection> changed(List<LiveConnection> open) {
        var pages = open.stream()
                .filter(page -> page.shows(Topic.DESK) && page.desk().isPresent())
                .collect(Collectors.toMap(
                        page -> page, page -> new AtDesk(page.desk().orElseThrow(), page.person())));
        if (pages.isEmpty()) {
            before = Map.of();
            return Set.of();
        }
        var all = staying(pages.values());
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

    /** All who are at these desks, after the readers have given their sign. */
    private Set<AtDesk> staying(Collection<AtDesk> readers) {
        var atTasks = readers.stream().flatMap(LivePresence::atTask).collect(Collectors.toSet());
        tasks.stay(atTasks);
        var atMinutes = readers.stream().flatMap(LivePresence::atMinutes).collect(Collectors.toSet());
        minutes.stay(atMinutes);
        var keys = atTasks.stream().map(Presence.AtDesk::taskKey).collect(Collectors.toSet());
        var sessions = atMinutes.stream().map(MinutesPresence.Writer::session).collect(Collectors.toSet());
        return Stream.concat(
                        tasks.at(keys).stream().map(it -> new AtDesk(new Desk.OfTask(it.taskKey()), it.person())),
                        minutes.at(sessions).stream()
                                .map(it -> new AtDesk(new Desk.OfMinutes(it.session(), it.caseId()), it.person())))
                .collect(Collectors.toSet());
    }

    private static Stream<Presence.AtDesk> atTask(AtDesk reader) {
        return reader.desk() instanceof Desk.OfTask task
                ? Stream.of(new Presence.AtDesk(task.key(), reader.person()))
                : Stream.of();
    }

    private static Stream<MinutesPresence.Writer> atMinutes(AtDesk reader) {
        return reader.desk() instanceof Desk.OfMinutes of
                ? Stream.of(new MinutesPresence.Writer(of.session(), of.caseId(), reader.person()))
                : Stream.of();
    }

    private static Set<AtDesk> others(Set<AtDesk> all, AtDesk reader) {
        return all.stream()
                .filter(one -> one.desk().equals(reader.desk()) && !one.equals(reader))
                .collect(Collectors.toSet());
    }
}
