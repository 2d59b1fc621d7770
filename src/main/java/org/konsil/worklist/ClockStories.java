package org.konsil.worklist;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.clocks.Clocks;
import org.konsil.clocks.Standing;
import org.konsil.clocks.Told;
import org.konsil.clocks.Why;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells readers of clocks in their words. */
@Component
public class ClockStories {

    private final Clocks clocks;
    private final Access access;
    private final Directory directory;
    private final MessageSource words;

    ClockStories(Clocks clocks, Access access, Directory directory, MessageSource words) {
        this.clocks = clocks;
        this.access = access;
        this.directory = directory;
        this.words = words;
    }

    /** The clocks of the case, its stage, its steps, and of that work which the reader may see. */
    public List<ClockStory> of(CaseId caseId, List<WorkItem> seen, Locale reader) {
        return clocks.of(caseId).stream()
                .filter(clock -> clock.due() != null)
                .filter(clock -> clock.level() != Standing.Level.TASK
                        || seen.stream().anyMatch(item -> clock.id().equals(item.clockId())))
                .map(clock -> tell(clock, name(clock, seen, reader), reader))
                .toList();
    }

    /** The clock of one piece of work; null if it has none or is over. */
    @Nullable
    ClockStory of(WorkItem item, Locale reader) {
        return item.clockId() == null
                ? null
                : clocks.find(item.clockId())
                        .filter(clock -> clock.due() != null)
                        .map(clock -> tell(clock, item.name(), reader))
                        .orElse(null);
    }

    private ClockStory tell(Standing clock, String what, Locale reader) {
        var why = clock.why();
        var next = clock.next();
        return new ClockStory(
                what,
                clock.state().name().toLowerCase(Locale.ROOT),
                clock.goal(),
                clock.due(),
                why == null ? null : say(reader, "why.basis." + why.basis(), why.source()),
                why == null ? null : say(reader, "why.counted", amount(why, reader), calendar(why, reader), why.zone()),
                why == null ? List.of() : why.holidays(),
                clock.told().stream()
                        .map(it -> new ClockStory.Line(
                                it.to().isEmpty()
                                        ? say(reader, "nobody")
                                        : it.to().stream()
                                                .map(to -> name(to, reader))
                                                .collect(Collectors.joining(", ")),
                                mark(it.percent(), reader),
                                it.at()))
                        .toList(),
                next == null
                        ? null
                        : new ClockStory.Line(who(next.who(), reader), mark(next.percent(), reader), next.at()));
    }

    private String name(Standing clock, List<WorkItem> seen, Locale reader) {
        return switch (clock.level()) {
            case CASE -> say(reader, "what.case");
            case STAGE -> {
                var stage = clock.step().replaceFirst("^stage-", "");
                yield say(
                        reader,
                        "what.stage",
                        String.valueOf(words.getMessage("worklist.stage." + stage, null, stage, reader)));
            }
            default ->
                seen.stream()
                        .filter(item -> clock.id().equals(item.clockId()))
                        .findFirst()
                        .map(WorkItem::name)
                        .orElseGet(() -> String.valueOf(words.getMessage(
                                "worklist.clock.what." + clock.step(),
                                null,
                                clock.step().replace('-', ' '),
                                reader)));
        };
    }

    private String mark(int percent, Locale reader) {
        return percent == 0 ? say(reader, "mark.late") : say(reader, "mark.share", percent);
    }

    private String who(Told.Who who, Locale reader) {
        return say(reader, "who." + who.code());
    }

    /** A user id or group in words. */
    String name(String holder, Locale reader) {
        if (!holder.contains(":")) {
            return access.person(holder).map(Person::displayName).orElse(holder);
        }
        var group = Group.of(holder);
        var role = words.getMessage("desk.role." + group.role(), null, group.role(), reader);
        return role + ", " + scope(group.scope(), reader);
    }

    private String scope(String scope, Locale reader) {
        if (scope.length() == 2) {
            return Country.of(scope).name(reader);
        }
        return directory
                .provider(scope)
                .map(it -> it.name())
                .or(() -> directory.network(NetworkId.of(scope)).map(it -> it.name()))
                .orElse(scope);
    }

    private String calendar(Why why, Locale reader) {
        if (why.calendar().equals("eu")) {
            return say(reader, "why.europe");
        }
        var country = Country.of(why.calendar().substring(0, 2)).name(reader);
        return why.calendar().length() == 2
                ? country
                : "%s (%s)".formatted(country, why.calendar().toUpperCase(Locale.ROOT));
    }

    /** {@code P10D} of working days: "10 working days". */
    private String amount(Why why, Locale reader) {
        var text = why.deadline();
        var at = text.indexOf('T');
        var period = at == 1 ? Period.ZERO : Period.parse(at < 0 ? text : text.substring(0, at));
        var time = at < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(at));
        var parts = new ArrayList<String>();
        add(parts, reader, "months", period.toTotalMonths());
        add(parts, reader, why.counted().equals("working-days") ? "working-days" : "days", period.getDays());
        add(parts, reader, "hours", time.toHours());
        return String.join(", ", parts);
    }

    private void add(List<String> parts, Locale reader, String unit, long number) {
        if (number > 0) {
            parts.add(say(reader, "unit." + unit, number));
        }
    }

    private String say(Locale reader, String key, Object... with) {
        return words.getMessage("worklist.clock." + key, with, reader);
    }
}
