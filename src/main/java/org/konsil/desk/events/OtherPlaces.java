package org.konsil.desk.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Provider;
import org.konsil.kernel.Country;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where a case can be moved to. */
@Component
class OtherPlaces {

    private final Directory directory;

    OtherPlaces(Directory directory) {
        this.directory = directory;
    }

    /** Adds the other networks and the other hospitals as options. */
    void add(ObjectNode context, CaseSummary about) {
        var reader = LocaleContextHolder.getLocale();
        var networks = context.putArray("networkOptions");
        directory.networks().stream()
                .filter(network -> !network.id().equals(about.network()))
                .forEach(network -> networks.addObject()
                        .put("value", network.id().value())
                        .put("label", network.name() + " (" + network.area() + ")"));
        var hospitals = context.putArray("providerOptions");
        java.util.Arrays.stream(Locale.getISOCountries())
                .map(Country::of)
                .flatMap(country -> directory.providersIn(country).stream())
                .filter(provider -> provider.kind() != Provider.Kind.CENTRE)
                .filter(provider -> !provider.id().equals(about.provider()))
                .forEach(provider -> hospitals
                        .addObject()
                        .put("value", provider.id())
                        .put(
                                "label",
                                provider.name() + ", " + provider.country().name(reader)));
    }
}
