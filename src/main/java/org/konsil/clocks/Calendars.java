package org.konsil.clocks;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Provider;
import org.konsil.directory.Zones;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Whose days and nights a clock counts by: the calendars and time zones of countries, networks and the European institutions. */
@Component
class Calendars {

    private final Directory directory;
    private final Zones zones;

    Calendars(Directory directory, Zones zones) {
        this.directory = directory;
        this.zones = zones;
    }

    /**
     * A country's code, with the region of the home provider or the coordinating one where it is known ({@code de-by}), or {@code eu};
     * that of the institutions too for a network's clock on a case without one.
     */
    String calendar(ClockRule rule, CaseSummary about, String network) {
        return switch (rule.calendar()) {
            case COUNTRY -> place(about.provider(), about.country());
            case NETWORK ->
                coordinated(network)
                        .map(it -> place(it.coordinator(), it.country()))
                        .orElse("eu");
            case EUROPE -> "eu";
        };
    }

    ZoneId zone(ClockRule rule, CaseSummary about, String network) {
        return switch (rule.calendar()) {
            case COUNTRY ->
                directory.provider(about.provider()).map(zones::of).orElseGet(() -> zones.of(about.country()));
            case NETWORK -> coordinating(network).map(zones::of).orElse(Zones.EUROPE);
            case EUROPE -> Zones.EUROPE;
        };
    }

    Measure measure(ClockRule rule, CaseSummary about, String network) {
        var zone = zone(rule, about, network);
        return switch (rule.counted()) {
            case HOURS -> new Hours(zone);
            case DAYS -> new Days(zone);
            case WORKING_DAYS -> new WorkingDays(zone, holidays(calendar(rule, about, network)));
        };
    }

    /** @param calendar as {@link #calendar} says it */
    static Holidays holidays(String calendar) {
        return Holidays.of(calendar.equals("eu") ? Holidays.EUROPE : calendar);
    }

    private String place(String provider, Country country) {
        return directory
                .provider(provider)
                .filter(it -> it.country().equals(country))
                .map(Provider::region)
                .map(region -> region.toLowerCase(Locale.ROOT))
                .orElseGet(country::code);
    }

    private Optional<Country> coordinating(String network) {
        return coordinated(network).map(Network::country);
    }

    private Optional<Network> coordinated(String network) {
        return network.isBlank() ? Optional.empty() : directory.network(NetworkId.of(network));
    }
}
