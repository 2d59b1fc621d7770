package org.konsil.worklist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Terminology;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a list is narrowed to, in words, each part with the address of the same list without it. */
@Component
class Chips {

    /** @param href the same list without it */
    record Chip(String name, String value, String href) {}

    private final Directory directory;
    private final Terminology terminology;
    private final Access access;
    private final CaseNames cases;
    private final ClockStories holders;
    private final MessageSource words;

    Chips(
            Directory directory,
            Terminology terminology,
            Access access,
            CaseNames cases,
            ClockStories holders,
            MessageSource words) {
        this.directory = directory;
        this.terminology = terminology;
        this.access = access;
        this.cases = cases;
        this.holders = holders;
        this.words = words;
    }

    List<Chip> of(Queue queue, QueueFilter filter, Person person, Locale reader) {
        var address = QueueAddress.of(queue, filter);
        var chips = new ArrayList<Chip>();
        filter.narrowing()
                .forEach((name, value) -> chips.add(new Chip(
                        words.getMessage("worklist.chip." + name, null, reader),
                        said(name, value, filter, person, reader),
                        address.with(name, null).toString())));
        return chips;
    }

    private String said(String name, String value, QueueFilter filter, Person person, Locale reader) {
        return switch (name) {
            case "country" -> value.matches("[a-z]{2}") ? Country.of(value).name(reader) : value;
            case "network" -> "none".equals(value) ? word("worklist.network.none", value, reader) : network(value);
            case "owner" ->
                switch (value) {
                    case "me", "none" -> word("worklist.owner." + value, value, reader);
                    default -> access.person(value).map(Person::displayName).orElse(value);
                };
            case "since", "until" -> word("worklist." + name + "." + value, days(name, value, reader), reader);
            case "dueFrom" -> word("worklist.dueFrom." + value, day(value, "worklist.from", reader), reader);
            case "caseId" -> cases.of(value, person);
            case "stage" -> word("worklist.stage." + value, value, reader);
            case "urgency" -> word("pieces." + value, value, reader);
            case "clock" -> word("worklist.state." + value, value, reader);
            case "due", "goal" -> word("worklist." + name + "." + value, day(value, "worklist.before", reader), reader);
            case "priority" -> word("worklist.priority." + value, value, reader);
            case "group" -> value.matches("[a-z-]+:[a-z0-9-]+") ? holders.name(value, reader) : value;
            case "task" -> String.join(", ", filter.tasks()).replace('-', ' ');
            case "disease" -> disease(value, reader);
            default -> value;
        };
    }

    private String word(String key, String otherwise, Locale reader) {
        return String.valueOf(words.getMessage(key, null, otherwise, reader));
    }

    private String network(String value) {
        return directory.networks().stream()
                .filter(network -> network.id().value().equals(value))
                .findFirst()
                .map(Network::name)
                .orElse(value);
    }

    /** Its name, as far as it is loaded, and its code. */
    private String disease(String value, Locale reader) {
        try {
            return terminology
                    .term(Code.parse(value), reader)
                    .map(term -> term.label() + " (" + value + ")")
                    .orElse(value);
        } catch (MalformedCode e) {
            return value;
        }
    }

    private String days(String name, String value, Locale reader) {
        return value.matches("\\d{1,5}")
                ? words.getMessage("worklist." + name, new Object[] {Integer.valueOf(value)}, reader)
                : value;
    }

    private String day(String value, String how, Locale reader) {
        try {
            var day = LocalDate.parse(value).format(DateTimeFormatter.ofPattern("d MMM yyyy", reader));
            return words.getMessage(how, new Object[] {day}, reader);
        } catch (DateTimeException e) {
            return value;
        }
    }
}
