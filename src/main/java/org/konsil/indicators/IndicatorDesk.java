package org.konsil.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Who sees which figures: auditors all, coordinators their network, contact points their country; the sum of all is for auditors. */
@Component
class IndicatorDesk {

    private final Indicators indicators;
    private final Definitions definitions;
    private final Audit audit;

    IndicatorDesk(Indicators indicators, Definitions definitions, Audit audit) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.audit = audit;
    }

    /**
     * @param published for the outside: too small numbers are left out
     * @param versions of definitions, {@code time-to-outcome:1}; empty: those by which the year is counted
     */
    List<Line> lines(Person reader, int year, boolean published, List<String> versions) {
        var lines = indicators.of(year, chosen(year, versions), slice -> maySee(reader, slice), published);
        var told = Map.of("year", String.valueOf(year), "published", String.valueOf(published));
        audit.recordApart(
                new Entry(reader.actor(), "indicators-read", null, null, null, Entry.Outcome.DONE, null, told));
        return lines;
    }

    private List<Definition> chosen(int year, List<String> versions) {
        if (versions.isEmpty()) {
            return definitions.in(year);
        }
        var chosen = new ArrayList<Definition>();
        for (var version : versions) {
            var colon = version.lastIndexOf(':');
            chosen.add(find(version, colon));
        }
        return chosen;
    }

    private Definition find(String version, int colon) {
        try {
            return definitions
                    .version(version.substring(0, colon), Integer.parseInt(version.substring(colon + 1)))
                    .orElseThrow(() -> new UnknownDefinition(version));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new UnknownDefinition(version);
        }
    }

    private static boolean maySee(Person reader, Indicators.Slice slice) {
        return reader.holds("auditor")
                || switch (slice.by()) {
                    case "network" -> reader.isIn(new Group("coordinator", slice.group()));
                    case "country" -> reader.isIn(new Group("contact", slice.group()));
                    default -> false;
                };
    }
}
