package org.konsil.panel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Agreed;
import org.konsil.consent.Consents;
import org.konsil.consent.Recipient;
import org.konsil.consent.Sharing;
import org.konsil.directory.Directory;
import org.konsil.directory.Expert;
import org.konsil.directory.Network;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who could be asked next: nobody twice or with a conflict of interest, first those whose discipline the panel still lacks, then countries not yet heard. */
@Component
class Suitable {

    private final Directory directory;
    private final PanelFacts facts;
    private final Consents consents;
    private final Sharing sharing;
    private final KnownConflicts conflicts;
    private final Availability availability;

    Suitable(
            Directory directory,
            PanelFacts facts,
            Consents consents,
            Sharing sharing,
            KnownConflicts conflicts,
            Availability availability) {
        this.directory = directory;
        this.facts = facts;
        this.consents = consents;
        this.sharing = sharing;
        this.conflicts = conflicts;
        this.availability = availability;
    }

    /** In whom a conflict of interest is known in this case: to be asked once for all that is said of a proposal, for reports are unsealed for it. */
    Map<String, KnownConflict> conflicts(CaseId caseId) {
        return conflicts.of(caseId);
    }

    /** Of these networks, the one that leads first; nobody who is away until opinions are wanted. */
    List<Expert> next(Panel panel, List<NetworkId> networks, List<Invitation> before) {
        return next(panel, networks, before, conflicts(panel.caseId()));
    }

    /** As that, where {@link #conflicts} is known already. */
    List<Expert> next(
            Panel panel, List<NetworkId> networks, List<Invitation> before, Map<String, KnownConflict> known) {
        var wanted = facts.disciplines(panel.caseId(), networks);
        return next(networks, wanted, before, known.keySet(), panel.opinionDue());
    }

    /** Before there is a panel, and so a day on which opinions are wanted. */
    List<Expert> next(PanelAdvice advice, Map<String, KnownConflict> known) {
        return next(advice.networks(), advice.disciplines(), List.of(), known.keySet(), availability.usualDue());
    }

    /** Who of these networks is not proposed because of an absence, in words. */
    String away(List<NetworkId> networks) {
        var all = networks.stream()
                .flatMap(network -> directory.expertsOf(network).stream())
                .toList();
        return availability.whoIsAway(all, availability.usualDue());
    }

    /** Who of these networks, and which guest, is not proposed because of a conflict of interest; each with the reason in words. */
    List<String> inConflict(List<NetworkId> networks, Map<String, KnownConflict> known) {
        return conflicts.named(known.values(), networks);
    }

    /** @throws ExpertInConflict for the first of them in whom a conflict of interest is known in this case */
    void requireNoConflict(CaseId caseId, List<Expert> chosen) {
        var known = conflicts(caseId);
        chosen.stream()
                .filter(expert -> known.containsKey(expert.userId()))
                .findFirst()
                .ifPresent(expert -> {
                    throw new ExpertInConflict(expert.name());
                });
    }

    private List<Expert> next(
            List<NetworkId> networks,
            List<String> wanted,
            List<Invitation> before,
            Set<String> excluded,
            LocalDate opinionDue) {
        var asked = Stream.concat(before.stream().map(Invitation::expert), excluded.stream())
                .collect(Collectors.toSet());
        var present = before.stream()
                .filter(it -> it.isOpen() || it.takesPart())
                .map(Invitation::discipline)
                .collect(Collectors.toSet());
        var deputies = availability.deputies(before.stream()
                .filter(it -> it.state() == Invitation.State.UNAVAILABLE)
                .map(Invitation::expert)
                .toList());
        var experts = networks.stream()
                .flatMap(network -> directory.expertsOf(network).stream())
                .filter(expert -> !asked.contains(expert.userId()))
                .toList();
        var standing = availability.of(experts.stream().map(Expert::userId).toList(), opinionDue);
        return experts.stream()
                .filter(expert -> standing.get(expert.userId()) != Availability.Standing.AWAY)
                .sorted(Comparator.comparingInt((Expert expert) -> deputies.contains(expert.userId()) ? 0 : 1)
                        .thenComparingInt(expert -> rank(expert, wanted, present))
                        .thenComparing(expert -> standing.getOrDefault(expert.userId(), Availability.Standing.THERE))
                        .thenComparing(expert -> networks.indexOf(expert.network()))
                        .thenComparing(Expert::userId))
                .toList();
    }

    /** Guests whom the patient's consent covers and who were not asked yet. */
    List<Expert> guests(CaseId caseId, List<Invitation> before, Map<String, KnownConflict> known) {
        return directory.guests().stream()
                .filter(guest -> !known.containsKey(guest.userId()))
                .filter(guest -> before.stream().noneMatch(it -> it.expert().equals(guest.userId())))
                .filter(guest -> covers(caseId, guest))
                .toList();
    }

    /** @throws ExpertAway if one of them is away until after that day */
    void requireThere(List<Expert> chosen, LocalDate opinionDue) {
        availability.require(chosen, opinionDue);
    }

    /** @throws org.konsil.consent.NotAgreed unless the consent covers the network, that of each expert, and each guest by name or country */
    void requireConsent(CaseId caseId, NetworkId network, List<Expert> chosen) {
        agreed(caseId, network);
        chosen.stream().filter(expert -> !network.equals(expert.network())).forEach(expert -> agreed(caseId, expert));
    }

    /** Whether the consent covers the network's experts today. */
    boolean isCovered(CaseId caseId, NetworkId network) {
        return consents.careHolds(caseId, Recipient.network(network));
    }

    Agreed agreed(CaseId caseId, NetworkId network) {
        return sharing.requireCare(caseId, Recipient.network(network));
    }

    Agreed agreed(Panel panel, String userId) {
        return agreed(panel.caseId(), named(panel.caseId(), Stream.of(userId)).getFirst());
    }

    /** That an expert of a network, or a guest, may see the case now. @throws org.konsil.consent.NotAgreed otherwise */
    Agreed agreed(CaseId caseId, Expert expert) {
        var network = expert.network();
        return network == null
                ? sharing.requireCare(caseId, Recipient.guest(expert.userId(), expert.country()))
                : agreed(caseId, network);
    }

    /** @throws NotInvited if the directory does not know one of them */
    List<Expert> named(CaseId caseId, Stream<String> users) {
        return users.distinct()
                .map(user -> directory.expert(user).orElseThrow(() -> new NotInvited(caseId)))
                .toList();
    }

    /** @param lead network whose own experts need not be told apart */
    ArrayNode options(List<Expert> experts, NetworkId lead) {
        var options = JsonNodeFactory.instance.arrayNode();
        labels(experts, lead)
                .forEach((user, label) -> options.addObject().put("value", user).put("label", label));
        return options;
    }

    /** By user id, in the same order: name, discipline, country, languages; the network where it is another; when they are away next. */
    Map<String, String> labels(List<Expert> experts, NetworkId lead) {
        var away = availability.notes(experts.stream().map(Expert::userId).toList());
        var labels = new LinkedHashMap<String, String>();
        experts.forEach(
                expert -> labels.put(expert.userId(), label(expert, lead) + away.getOrDefault(expert.userId(), "")));
        return labels;
    }

    private String label(Expert expert, NetworkId lead) {
        var reader = LocaleContextHolder.getLocale();
        var languages = expert.languages().stream().map(Languages::name).collect(Collectors.joining(", "));
        var network = expert.network();
        var other = network == null || network.equals(lead)
                ? ""
                : directory.network(network).map(it -> " · " + it.name()).orElse("");
        return expert.name() + " · " + expert.discipline().replace('-', ' ') + " · "
                + expert.country().name(reader) + " · " + languages + other;
    }

    Stream<String> names(Collection<NetworkId> networks) {
        return networks.stream()
                .flatMap(network -> directory.network(network).stream())
                .map(Network::name);
    }

    /** The network to which an expert belongs; empty for a guest. */
    Optional<NetworkId> networkOf(String userId) {
        return directory.expert(userId).flatMap(expert -> Optional.ofNullable(expert.network()));
    }

    private boolean covers(CaseId caseId, Expert guest) {
        return consents.careHolds(caseId, Recipient.guest(guest.userId(), guest.country()));
    }

    private static int rank(Expert expert, List<String> wanted, Set<String> present) {
        var lacking = wanted.contains(expert.discipline()) && !present.contains(expert.discipline());
        return lacking ? 0 : present.contains(expert.discipline()) ? 2 : 1;
    }
}
