package org.konsil.consent;

import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/** Who is to receive something of the case. */
public sealed interface Recipient {

    /** A network and those who work on its panels. */
    record OfNetwork(NetworkId network) implements Recipient {}

    /** An expert from outside the networks: covered when named, or when the document names the country. */
    record Guest(String userId, Country country) implements Recipient {}

    /** Those of the patient's own country who help on the way: need not be named. */
    record Domestic() implements Recipient {}

    /** How a refusal names it. */
    default String words() {
        return switch (this) {
            case OfNetwork(var network) -> network.value();
            case Guest(var userId, var country) -> userId;
            case Domestic() -> "";
        };
    }

    static Recipient domestic() {
        return new Domestic();
    }

    static Recipient network(NetworkId network) {
        return new OfNetwork(network);
    }

    static Recipient guest(String userId, Country country) {
        return new Guest(userId, country);
    }
}
