package org.konsil.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who sees which figures: coordinators their networks, contact points their country, auditors all, without names. */
@Component
class Scopes {

    private final Directory directory;
    private final MessageSource words;

    Scopes(Directory directory, MessageSource words) {
        this.directory = directory;
        this.words = words;
    }

    /** Those of the reader, by name; never empty for whoever may come here. */
    List<Scope> of(Person reader, Locale locale) {
        if (reader.holds("auditor")) {
            var all = new ArrayList<Scope>();
            all.add(new Scope(Scope.By.ALL, "", words.getMessage("overview.all", null, locale)));
            directory.networks().stream().map(Scopes::of).forEach(all::add);
            return all;
        }
        return reader.groups().stream()
                .filter(group ->
                        group.role().equals("coordinator") || group.role().equals("contact"))
                .map(group -> of(group, locale))
                .sorted(Comparator.comparing(Scope::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * The one that was asked for, else the reader's first.
     *
     * @param stage its code; null or blank for all
     * @throws NotYourOverview if it is not the reader's
     */
    Scope chosen(
            Person reader, @Nullable String network, @Nullable String country, @Nullable String stage, Locale locale) {
        return chosen(reader, network, country, locale).at(stage == null ? "" : stage.toLowerCase(Locale.ROOT));
    }

    /** The reader's own that holds all of this network or of this country, their first if neither is named. @throws NotYourOverview if there is none */
    Scope around(Person reader, @Nullable String network, @Nullable String country, Locale locale) {
        var named = List.of(code(network), code(country));
        var any = isBlank(network) && isBlank(country);
        return of(reader, locale).stream()
                .filter(scope -> any
                        || switch (scope.by()) {
                            case ALL -> true;
                            case NETWORK -> scope.id().equals(named.getFirst());
                            case COUNTRY -> scope.id().equals(named.getLast());
                        })
                .findFirst()
                .orElseThrow(NotYourOverview::new);
    }

    private Scope chosen(Person reader, @Nullable String network, @Nullable String country, Locale locale) {
        var own = of(reader, locale);
        if (isBlank(network) && isBlank(country)) {
            return own.stream().findFirst().orElseThrow(NotYourOverview::new);
        }
        var by = isBlank(network) ? Scope.By.COUNTRY : Scope.By.NETWORK;
        var id = code(isBlank(network) ? country : network);
        if (by == Scope.By.COUNTRY && reader.holds("auditor")) {
            return new Scope(by, id, Country.of(id).name(locale));
        }
        return own.stream()
                .filter(scope -> scope.by() == by && scope.id().equals(id))
                .findFirst()
                .orElseThrow(NotYourOverview::new);
    }

    private Scope of(Group group, Locale locale) {
        return group.role().equals("contact")
                ? new Scope(
                        Scope.By.COUNTRY,
                        group.scope(),
                        Country.of(group.scope()).name(locale))
                : directory
                        .network(NetworkId.of(group.scope()))
                        .map(Scopes::of)
                        .orElseGet(() -> new Scope(Scope.By.NETWORK, group.scope(), group.scope()));
    }

    private static Scope of(Network network) {
        return new Scope(Scope.By.NETWORK, network.id().value(), network.name());
    }

    private static String code(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
