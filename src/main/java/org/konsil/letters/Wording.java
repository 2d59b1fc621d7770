package org.konsil.letters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** A sentence or more of a template: the same for all readers, or one for each. */
record Wording(Map<Addressee, String> byAddressee) {

    /** Nothing at all. */
    static final Wording NONE = new Wording(Map.of());

    Wording {
        byAddressee = Map.copyOf(byAddressee);
    }

    /** @throws IllegalArgumentException unless it is a text, or has one for each addressee */
    static Wording of(JsonNode written) {
        if (written.isMissingNode()) {
            return NONE;
        }
        var all = new EnumMap<Addressee, String>(Addressee.class);
        for (var addressee : Addressee.values()) {
            var own = written.isTextual() ? written : written.path(addressee.code());
            if (own.asText("").isBlank()) {
                throw new IllegalArgumentException("a text has no words for the " + addressee.code());
            }
            all.put(addressee, own.asText().strip());
        }
        return new Wording(all);
    }

    String to(Addressee addressee) {
        return byAddressee.getOrDefault(addressee, "");
    }

    Collection<String> all() {
        return byAddressee.values();
    }
}
