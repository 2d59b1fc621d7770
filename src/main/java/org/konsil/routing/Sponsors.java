package org.konsil.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Membership;
import org.konsil.directory.Sponsor;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.packs.CountryPacks;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** Finds who asks a network for a patient: the table {@code sponsor} says in what right, the directory says who. */
@Component
class Sponsors {

    private static final String ROLE = "sponsor";

    private final Directory directory;
    private final Rules rules;
    private final CountryPacks packs;

    Sponsors(Directory directory, Rules rules, CountryPacks packs) {
        this.directory = directory;
        this.rules = rules;
        this.packs = packs;
    }

    Sponsor of(CaseSummary summary, NetworkId network) {
        var members = directory.member(network, summary.country());
        var homeTakesPart = members.stream().anyMatch(it -> it.providerId().equals(summary.provider()));
        var facts = Map.<String, Object>of(
                "homeTakesPart", homeTakesPart,
                "members", of(members, Membership.Kind.FULL).size(),
                "partners", of(members, Membership.Kind.AFFILIATED).size(),
                "day", packs.day(summary.caseId()));
        var kind = Sponsor.Kind.valueOf(
                rules.decide("sponsor", facts).text().toUpperCase(Locale.ROOT).replace('-', '_'));
        var group =
                switch (kind) {
                    case SELF -> new Group(ROLE, summary.provider());
                    case MEMBER ->
                        new Group(
                                ROLE,
                                of(members, Membership.Kind.FULL).getFirst().providerId());
                    case AFFILIATED ->
                        new Group(
                                ROLE,
                                of(members, Membership.Kind.AFFILIATED)
                                        .getFirst()
                                        .providerId());
                    case CONTACT_POINT -> new Group("contact", summary.country().code());
                };
        return new Sponsor(kind, group);
    }

    /** Whether it is a hospital of another country, which sponsors this one. */
    boolean isAbroad(CaseSummary summary, Sponsor sponsor) {
        return sponsor.providerId()
                .flatMap(directory::provider)
                .filter(it -> !it.country().equals(summary.country()))
                .isPresent();
    }

    private static List<Membership> of(List<Membership> members, Membership.Kind kind) {
        return members.stream().filter(it -> it.kind() == kind).toList();
    }
}
