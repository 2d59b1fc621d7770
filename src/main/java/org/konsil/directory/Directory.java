package org.konsil.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory as it stands today; whoever may sponsor, sit on a panel or use the platform is asked here. */
@Service
@DependsOn("directorySeed")
@Transactional(readOnly = true)
public class Directory {

    private final Networks networks;
    private final Providers providers;
    private final Experts experts;
    private final Clock clock;

    Directory(Networks networks, Providers providers, Experts experts, Clock clock) {
        this.networks = networks;
        this.providers = providers;
        this.experts = experts;
        this.clock = clock;
    }

    /** The network, also one that is no longer coordinated: old cases still name it. */
    public Optional<Network> network(NetworkId id) {
        return networks.find(id, today());
    }

    /** The networks that are coordinated today, by name. */
    public List<Network> networks() {
        return networks.all(today()).stream()
                .sorted(Comparator.comparing(Network::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The provider of that id, approved or not. */
    public Optional<Provider> provider(String id) {
        return providers.find(id);
    }

    /** All providers of a country, by name. */
    public List<Provider> providersIn(Country country) {
        return providers.in(country);
    }

    /** Where a hospital that cares for patients is: the countries that cases come from, by their codes. */
    public List<Country> homeCountries() {
        return providers.homeCountries();
    }

    /** Whether a member hospital asks the networks for that country, which is no member itself, today. */
    public boolean isSponsored(Country country) {
        return networks.isSponsored(country, today());
    }

    /** Today's members and partners of a network in a country, or full members that sponsor it: full before affiliated, then by who is asked first. */
    public List<Membership> member(NetworkId network, Country country) {
        return networks.members(network, country, today());
    }

    /** Today's memberships of a provider in all networks. */
    public List<Membership> membershipsOf(String providerId) {
        return networks.membershipsOf(providerId, today());
    }

    /**
     * Who sends a case to the network: the home provider if it is itself a member, else a full member in the country,
     * else an affiliated partner, else the country's national contact point.
     */
    public Sponsor sponsorFor(NetworkId network, Country country, String homeProviderId) {
        var members = member(network, country);
        if (members.stream().anyMatch(member -> member.providerId().equals(homeProviderId))) {
            return Sponsor.provider(Sponsor.Kind.SELF, homeProviderId);
        }
        return members.stream()
                .findFirst()
                .map(first -> switch (first.kind()) {
                    case FULL -> Sponsor.provider(Sponsor.Kind.MEMBER, first.providerId());
                    case AFFILIATED -> Sponsor.provider(Sponsor.Kind.AFFILIATED, first.providerId());
                })
                .orElseGet(() -> Sponsor.contactPoint(country));
    }

    /** The experts of a network, by user id. */
    public List<Expert> expertsOf(NetworkId network) {
        return experts.of(network);
    }

    /** Experts from outside the networks; each needs to be named in the patient's consent. */
    public List<Expert> guests() {
        return experts.guests();
    }

    /** The expert behind a user account. */
    public Optional<Expert> expert(String userId) {
        return experts.find(userId);
    }

    /** On which branches of Orphanet's classification these experts work: by user id the ORPHAcodes of their heads, without prefix; whoever named none is not in it. */
    public Map<String, Set<String>> branchesOf(Collection<String> userIds) {
        return experts.branches(userIds);
    }

    /** What an expert can be asked about, as it is kept now. */
    public Optional<Expertise> expertise(String userId) {
        return experts.expertise(userId);
    }

    /** The disciplines of all experts, in the order of the alphabet. */
    public List<String> disciplines() {
        return experts.disciplines();
    }

    /**
     * Keeps what an expert can be asked about. Who may, and whether it makes sense, is the caller's to decide.
     *
     * @param said with the version of what was read
     * @return false, and nothing is changed, if it was changed in the meantime or there is no such expert
     */
    @Transactional
    public boolean keep(String userId, Expertise said) {
        return experts.keep(userId, said);
    }

    /** Whether the provider is known and its data protection officer's approval holds on that day. */
    public boolean approvalValid(String providerId, LocalDate day) {
        return provider(providerId).filter(found -> found.isApprovedOn(day)).isPresent();
    }

    /**
     * Records that the provider's data protection officer allows it to use the platform up to and with that day.
     *
     * @throws UnknownProvider if the directory does not know it
     * @throws ApprovalInThePast if the day is over
     */
    @Transactional
    public void approve(String providerId, LocalDate until) {
        if (until.isBefore(today())) {
            throw new ApprovalInThePast(until, today());
        }
        if (!providers.approve(providerId, until)) {
            throw new UnknownProvider(providerId);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
