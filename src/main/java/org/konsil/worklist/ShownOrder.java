package org.konsil.worklist;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sorts codes and ids as the names that a column shows for them, in the language of whoever asks. */
@Component
class ShownOrder {

    private record Named(String code, String name) {}

    private final Directory directory;
    private final Access access;

    ShownOrder(Directory directory, Access access) {
        this.directory = directory;
        this.access = access;
    }

    /** @param order by country, network or owner; nothing and nobody go first, and of equal names the lower code */
    List<String> sorted(ItemOrder order, Collection<String> codes) {
        var reader = LocaleContextHolder.getLocale();
        var names = Collator.getInstance(reader);
        return codes.stream()
                .distinct()
                .map(code -> new Named(code, code.isEmpty() ? "" : name(order, code, reader)))
                .sorted(Comparator.comparing(Named::name, names).thenComparing(Named::code))
                .map(Named::code)
                .toList();
    }

    private String name(ItemOrder order, String code, Locale reader) {
        return switch (order.name()) {
            case "country" -> Country.of(code).name(reader);
            case "network" ->
                directory.network(NetworkId.of(code)).map(Network::name).orElse(code);
            default -> access.person(code).map(Person::displayName).orElse(code);
        };
    }
}
