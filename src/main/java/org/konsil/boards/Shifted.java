package org.konsil.boards;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which moment of another rhythm each session gets that was planned by the one before. */
final class Shifted {

    private Shifted() {}

    /**
     * By session: the first free moment of its own week, where the new rhythm is weekly, or of its own month, in the order in which they
     * were planned. A session that was called off, or moved by hand, has its moment too, so that nobody plans it a second time.
     *
     * @throws BoardRefused if one would come to lie further than two years ahead
     */
    static Map<UUID, Instant> of(Rhythm before, Rhythm after, Collection<MeetingRows.Planned> all, Instant now) {
        var shifted = new HashMap<UUID, Instant>();
        if (before.equals(after)) {
            return shifted;
        }
        var taken = all.stream()
                .filter(it -> !it.isByRhythm())
                .collect(Collectors.toMap(
                        it -> it.meeting().startsAt(), it -> it.meeting().id()));
        var last = now;
        var planned = all.stream()
                .filter(it -> it.plannedFor().isAfter(now) && before.meets(it.plannedFor()))
                .sorted(Comparator.comparing(MeetingRows.Planned::plannedFor))
                .toList();
        for (var one : planned) {
            var id = one.meeting().id();
            var from = after.beginOfPeriod(one.plannedFor()).minusSeconds(1);
            last = after.after(last.isAfter(from) ? last : from, taken.size() + 1).stream()
                    .filter(moment -> taken.getOrDefault(moment, id).equals(id))
                    .findFirst()
                    .orElseThrow(BoardRefused::noMoment);
            shifted.put(id, Meeting.ahead(last, now));
        }
        return shifted;
    }
}
