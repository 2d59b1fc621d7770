package org.konsil.registry;

import java.util.Locale;
import org.konsil.consent.Scope;

/** What data of closed cases may leave for; each rests on a scope of its own. */
enum Purpose {
    /** The network's registry: de-identified, one record for each case. */
    REGISTRY(Scope.REGISTRY),
    /** Research: told as counts of cases that are alike, and never case by case. */
    RESEARCH(Scope.RESEARCH_CONTACT);

    private final Scope scope;

    Purpose(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such purpose */
    static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
