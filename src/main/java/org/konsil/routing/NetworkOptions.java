package org.konsil.routing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.terminology.Code;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The choices of the form {@code confirm-network}: the networks that fit, with the reasons in words, then all others. */
@Component
class NetworkOptions {

    private final Directory directory;
    private final Terminology terminology;
    private final MessageSource words;
    private final ObjectMapper json;

    NetworkOptions(Directory directory, Terminology terminology, MessageSource words, ObjectMapper json) {
        this.directory = directory;
        this.terminology = terminology;
        this.words = words;
        this.json = json;
    }

    ObjectNode of(Ranking ranking) {
        var reader = LocaleContextHolder.getLocale();
        var options = json.createArrayNode();
        var others = json.createArrayNode();
        for (var suggestion : ranking.suggestions()) {
            directory.network(suggestion.network()).ifPresent(network -> {
                option(options, network, name(network) + ": " + reasons(suggestion, reader));
                option(others, network, name(network));
            });
        }
        for (var network : directory.networks()) {
            if (!ranking.networks().contains(network.id())) {
                option(
                        options,
                        network,
                        name(network) + ": " + words.getMessage("routing.not-suggested", null, reader));
                option(others, network, name(network));
            }
        }
        var prefill = json.createObjectNode();
        prefill.put("firstNetwork", ranking.first().value());
        prefill.set("networkOptions", options);
        prefill.set("coNetworkOptions", others);
        return prefill;
    }

    private String reasons(Suggestion suggestion, Locale reader) {
        var said = suggestion.reasons().stream()
                .map(reason -> words.getMessage(
                        "routing.reason." + reason.code(), new Object[] {label(reason.because())}, reader))
                .distinct()
                .collect(joining("; "));
        return suggestion.asked() ? words.getMessage("routing.asked-before", new Object[] {said}, reader) : said;
    }

    private String label(@Nullable String because) {
        return because == null
                ? ""
                : terminology.term(Code.parse(because)).map(Term::label).orElse(because);
    }

    private static String name(Network network) {
        return network.name() + " (" + network.area() + ")";
    }

    private static void option(ArrayNode options, Network network, String label) {
        options.addObject().put("value", network.id().value()).put("label", label);
    }
}
