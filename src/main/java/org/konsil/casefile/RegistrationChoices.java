package org.konsil.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.konsil.access.Person;
import org.konsil.directory.Directory;
import org.konsil.directory.Provider;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Whose clinician a person is: the providers and countries that they may register cases for. */
@Component
class RegistrationChoices {

    private final Directory directory;

    RegistrationChoices(Directory directory) {
        this.directory = directory;
    }

    /** Options of the form; where there is only one, it is chosen already. */
    ObjectNode of(Person by) {
        var reader = LocaleContextHolder.getLocale();
        var providers = providers(by);
        var countries = countries(by, providers, reader);
        var choices = JsonNodeFactory.instance.objectNode();
        var providerOptions = choices.putArray("providers");
        providers.forEach(slug -> option(
                providerOptions,
                slug,
                directory.provider(slug).map(Provider::name).orElse(slug)));
        var countryOptions = choices.putArray("countries");
        countries.forEach(country -> option(countryOptions, country.code(), country.name(reader)));
        if (providers.size() == 1) {
            choices.put("provider", providers.getFirst());
        }
        if (countries.size() == 1) {
            choices.put("country", countries.getFirst().code());
        }
        return choices;
    }

    List<String> providers(Person by) {
        return by.groups().stream()
                .filter(group -> group.role().equals("clinician"))
                .map(Group::scope)
                .sorted()
                .toList();
    }

    /** Those of the providers; a provider that the directory does not know yet may stand in any country. */
    private List<Country> countries(Person by, List<String> providers, Locale reader) {
        var known = providers.stream().map(directory::provider).toList();
        if (known.stream().allMatch(java.util.Optional::isPresent)) {
            return known.stream()
                    .map(provider -> provider.orElseThrow().country())
                    .distinct()
                    .toList();
        }
        return Stream.concat(
                        Stream.ofNullable(by.country()),
                        Stream.of(Locale.getISOCountries())
                                .map(Country::of)
                                .sorted(Comparator.comparing(country -> country.name(reader))))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static void option(ArrayNode options, String value, String label) {
        options.addObject().put("value", value).put("label", label);
    }
}
