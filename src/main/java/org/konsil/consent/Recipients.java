package org.konsil.consent;

import java.util.Set;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/**
 * Whom the document names.
 *
 * @param anyNetwork any European Reference Network that can help
 * @param guests user ids of guest experts
 */
public record Recipients(boolean anyNetwork, Set<NetworkId> networks, Set<Country> thirdCountries, Set<String> guests) {

    public Recipients {
        networks = Set.copyOf(networks);
        thirdCountries = Set.copyOf(thirdCountries);
        guests = Set.copyOf(guests);
    }

    /** Whether the document states anyone at all. */
    public boolean areStated() {
        return anyNetwork || !networks.isEmpty();
    }

    public boolean include(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfNetwork(var network) -> anyNetwork || networks.contains(network);
            case Recipient.Guest(var userId, var country) ->
                guests.contains(userId) || thirdCountries.contains(country);
            case Recipient.Domestic() -> true;
        };
    }
}
