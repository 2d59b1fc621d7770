package org.konsil.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a role is held for; it says where its scope is found when a provider names the role alone. */
enum HeldFor {
    ORGANISATION("clinician", "dpo", "sponsor"),
    COUNTRY("centre", "contact", "funding", "guest"),
    NETWORK("dispatcher", "coordinator", "lead", "expert"),
    ALL("owner", "auditor", "admin", "engine-client");

    private static final Map<String, HeldFor> KNOWN = Stream.of(values())
            .flatMap(one -> one.roles.stream().map(role -> Map.entry(role, one)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> roles;

    HeldFor(String... roles) {
        this.roles = List.of(roles);
    }

    /** Empty: there is no such role. */
    static Optional<HeldFor> role(String role) {
        return Optional.ofNullable(KNOWN.get(role));
    }
}
