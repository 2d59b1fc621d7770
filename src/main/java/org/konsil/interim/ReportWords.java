package org.konsil.interim;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.CaseId;
import org.konsil.panel.Invitation;
import org.konsil.panel.Panels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills in what a drawing leaves open in its sentence: the network's name, and who sits on the panel. No expert is named. */
@Component
class ReportWords {

    private static final Pattern PLACE = Pattern.compile("\\[([a-z]+)]");

    private final CaseFiles cases;
    private final Directory directory;
    private final Panels panels;
    private final MessageSource messages;

    ReportWords(CaseFiles cases, Directory directory, Panels panels, MessageSource messages) {
        this.cases = cases;
        this.directory = directory;
        this.panels = panels;
        this.messages = messages;
    }

    /** In the language in which the drawings speak. */
    String ofSession(CaseId caseId, LocalDate day) {
        return filled(caseId, messages.getMessage("interim.session", new Object[] {day.toString()}, Locale.ENGLISH));
    }

    String filled(CaseId caseId, String sentence) {
        var network = cases.summary(caseId).network();
        var takingPart = panels.invitations(caseId).stream()
                .filter(Invitation::takesPart)
                .toList();
        var places = Map.of(
                "network",
                network == null
                        ? ""
                        : directory.network(network).map(Network::name).orElse(network.value()),
                "experts",
                String.valueOf(takingPart.size()),
                "disciplines",
                takingPart.stream()
                        .map(one -> one.discipline().replace('-', ' '))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return PLACE.matcher(sentence)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    }
}
