package org.konsil.worklist;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.kernel.Stage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a list can be narrowed to by choosing one of a few. */
@Component
class Narrowings {

    /**
     * A field of the filter.
     *
     * @param name as the address calls it
     * @param chosen what it is set to; null if it narrows nothing
     * @param options the words of each value in their order, any first
     */
    record Narrowing(String name, String label, @Nullable String chosen, Map<String, String> options) {}

    private static final List<String> STAGES = Stream.of(Stage.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    private static final List<String> DUE = List.of("overdue", "today", "week");
    private static final List<String> CLOCKS = List.of("running", "overdue", "due-soon", "on-time", "stopped", "none");
    private static final List<String> DAYS = List.of("1", "3", "7", "14", "30", "60");

    private final Directory directory;
    private final Colleagues colleagues;
    private final MessageSource words;

    Narrowings(Directory directory, Colleagues colleagues, MessageSource words) {
        this.directory = directory;
        this.colleagues = colleagues;
        this.words = words;
    }

    List<Narrowing> of(QueueFilter filter, Person person, Locale reader) {
        return List.of(
                choice("stage", filter.stage(), STAGES, "worklist.stage.", reader),
                choice("due", filter.due(), DUE, "worklist.due.", reader),
                choice("goal", filter.goal(), DUE, "worklist.goal.", reader),
                choice("clock", filter.clock(), CLOCKS, "worklist.state.", reader),
                choice("urgency", filter.urgency(), List.of("urgent", "routine"), "pieces.", reader),
                choice("priority", filter.priority(), List.of("high", "normal", "low"), "worklist.priority.", reader),
                choice("since", filter.since(), DAYS, "worklist.since.", reader),
                choice("until", filter.until(), DAYS, "worklist.until.", reader),
                choice("network", filter.network(), networks(reader), reader),
                choice("country", filter.country(), countries(reader), reader),
                choice("owner", filter.owner(), owners(person, reader), reader));
    }

    private Narrowing choice(String name, @Nullable String chosen, List<String> codes, String prefix, Locale reader) {
        var options = new LinkedHashMap<String, String>();
        codes.forEach(code -> options.put(code, word(prefix + code, reader)));
        return choice(name, chosen, options, reader);
    }

    private Narrowing choice(String name, @Nullable String chosen, Map<String, String> named, Locale reader) {
        var options = new LinkedHashMap<String, String>();
        options.put("", word("worklist.any", reader));
        options.putAll(named);
        return new Narrowing(name, word("worklist.chip." + name, reader), chosen, options);
    }

    private Map<String, String> networks(Locale reader) {
        var named = new LinkedHashMap<String, String>();
        named.put("none", word("worklist.network.none", reader));
        directory.networks().forEach(network -> named.put(network.id().value(), network.name()));
        return named;
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
        List.of("me", "none").forEach(code -> named.put(code, word("worklist.owner." + code, reader)));
        colleagues.of(person).forEach(colleague -> named.put(colleague.userId(), colleague.displayName()));
        return named;
    }

    private String word(String key, Locale reader) {
        return words.getMessage(key, null, reader);
    }
}
