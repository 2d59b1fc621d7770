package org.konsil.desk.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Provider;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What ids are called. */
@Component
class Names {

    private final Directory directory;
    private final Access access;
    private final MessageSource messages;

    Names(Directory directory, Access access, MessageSource messages) {
        this.directory = directory;
        this.access = access;
        this.messages = messages;
    }

    String provider(String id) {
        return directory.provider(id).map(Provider::name).orElse(id);
    }

    @Nullable
    String network(@Nullable NetworkId id) {
        return id == null ? null : directory.network(id).map(Network::name).orElse(id.value());
    }

    String person(String userId) {
        return access.person(userId).map(Person::displayName).orElse(userId);
    }

    /** Groups in words: "Dispatcher, ERN EpiCARE". */
    String groups(List<String> candidates) {
        return candidates.stream().map(this::candidate).collect(Collectors.joining("; "));
    }

    private String candidate(String name) {
        if (!name.contains(":")) {
            return person(name);
        }
        var group = Group.of(name);
        var locale = LocaleContextHolder.getLocale();
        var role = messages.getMessage("desk.role." + group.role(), null, group.role(), locale);
        return role + ", " + scope(group.scope(), locale);
    }

    private String scope(String scope, Locale locale) {
        if (scope.length() == 2) {
            return Country.of(scope).name(locale);
        }
        var provider = directory.provider(scope);
        return provider.isPresent() ? provider.get().name() : String.valueOf(network(NetworkId.of(scope)));
    }
}
