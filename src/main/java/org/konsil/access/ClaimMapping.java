package org.konsil.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.springframework.stereotype.Component;

/** Understands a provider's claims. What is missing or unknown is refused; nothing is ever held by default. */
@Component
class ClaimMapping {

    /** No colon: a user id must never read like a group, because grants name both. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@|-]{0,79}");

    private static final Set<String> RESERVED = Set.of(Actor.SYSTEM.userId(), "anonymous");
    private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int LONGEST_NAME = 160;

    private final SignInSettings settings;
    private final Pattern ours;

    ClaimMapping(SignInSettings settings) {
        this.settings = settings;
        this.ours = Pattern.compile(settings.claims().pattern());
    }

    /** @throws ClaimRefused if a claim that is needed is missing, or names what is unknown here */
    Claimed map(Map<String, Object> claims) {
        var names = settings.claims();
        var userId = userId(claims);
        var machine = isMachine(claims);
        var organisation = organisation(claims, userId);
        var country = country(claims, userId);
        var groups = new LinkedHashSet<Group>();
        for (var value : ClaimPath.words(claims, names.groups())) {
            var text = ours(value);
            if (text != null) {
                groups.add(group(text, organisation, country, userId));
            }
        }
        if (groups.isEmpty()) {
            throw ClaimRefused.missing(names.groups(), userId);
        }
        groups.forEach(group -> requireFitting(group, machine, organisation, country, userId));
        var name = ClaimPath.text(claims, names.name()).orElse(userId);
        return new Claimed(
                userId,
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                country,
                organisation,
                Set.copyOf(groups),
                machine);
    }

    private String userId(Map<String, Object> claims) {
        var path = settings.claims().user();
        var userId = ClaimPath.word(claims, path).orElseThrow(() -> ClaimRefused.missing(path, null));
        if (!USER.matcher(userId).matches() || RESERVED.contains(userId)) {
            throw ClaimRefused.unusable(path, null);
        }
        return userId;
    }

    private boolean isMachine(Map<String, Object> claims) {
        var machines = settings.machines();
        var named = ClaimPath.word(claims, machines.claim());
        return List.of("azp", "client_id").stream()
                .flatMap(path -> ClaimPath.word(claims, path).stream())
                .anyMatch(client ->
                        named.filter((machines.prefix() + client)::equals).isPresent());
    }

    private @Nullable String organisation(Map<String, Object> claims, String userId) {
        var path = settings.claims().organisation();
        var said = ClaimPath.text(claims, path);
        if (said.isEmpty()) {
            return null;
        }
        var organisation = settings.claims().organisations().getOrDefault(said.get(), said.get());
        if (!ORGANISATION.matcher(organisation).matches()) {
            throw ClaimRefused.unusable(path, userId);
        }
        return organisation;
    }

    private @Nullable Country country(Map<String, Object> claims, String userId) {
        var path = settings.claims().country();
        try {
            return ClaimPath.word(claims, path).map(Country::of).orElse(null);
        } catch (IllegalArgumentException e) {
            throw ClaimRefused.unusable(path, userId);
        }
    }

    /** What a value says in the house's words; null if it is not for this house. */
    private @Nullable String ours(String value) {
        var mapped = settings.claims().map().get(value);
        if (mapped != null) {
            return mapped;
        }
        var match = ours.matcher(value);
        return match.matches() ? match.replaceFirst(settings.claims().group()) : null;
    }

    private Group group(String text, @Nullable String organisation, @Nullable Country country, String userId) {
        var path = settings.claims().groups();
        var role = text.replaceFirst(":.*", "");
        var heldFor = HeldFor.role(role).orElseThrow(() -> ClaimRefused.unknownRole(text, path, userId));
        try {
            return Group.of(
                    text.contains(":") ? text : role + ":" + scope(heldFor, text, organisation, country, userId));
        } catch (IllegalArgumentException e) {
            throw ClaimRefused.unknownRole(text, path, userId);
        }
    }

    private String scope(
            HeldFor heldFor, String text, @Nullable String organisation, @Nullable Country country, String userId) {
        var claims = settings.claims();
        return switch (heldFor) {
            case ALL -> "all";
            case ORGANISATION ->
                Optional.ofNullable(organisation)
                        .orElseThrow(() -> ClaimRefused.missing(claims.organisation(), userId));
            case COUNTRY ->
                Optional.ofNullable(country)
                        .map(Country::code)
                        .orElseThrow(() -> ClaimRefused.missing(claims.country(), userId));
            case NETWORK -> throw ClaimRefused.unknownRole(text, claims.groups(), userId);
        };
    }

    /** Machines hold machines' roles and people people's; who acts for a hospital or country says which. */
    private void requireFitting(
            Group group, boolean machine, @Nullable String organisation, @Nullable Country country, String userId) {
        var claims = settings.claims();
        var allowed = machine
                ? settings.machines().roles().contains(group.role())
                : !group.role().equals("engine-client");
        if (!allowed) {
            throw ClaimRefused.unknownRole(group.toString(), claims.groups(), userId);
        }
        var heldFor = HeldFor.role(group.role()).orElseThrow();
        if (heldFor == HeldFor.ORGANISATION && organisation == null) {
            throw ClaimRefused.missing(claims.organisation(), userId);
        }
        if ((heldFor == HeldFor.ORGANISATION || heldFor == HeldFor.COUNTRY) && country == null) {
            throw ClaimRefused.missing(claims.country(), userId);
        }
    }
}
