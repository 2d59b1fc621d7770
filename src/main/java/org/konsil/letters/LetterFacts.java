package org.konsil.letters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.advice.Outcome;
import org.konsil.advice.Signature;
import org.konsil.casefile.CaseFiles;
import org.konsil.consent.Consents;
import org.konsil.delivery.Deliveries;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.directory.Provider;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** What a letter tells that nobody has to write: names, dates, and what became of each recommendation. */
@Component
class LetterFacts {

    private final CaseFiles cases;
    private final Consents consents;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Access access;
    private final Clock clock;

    LetterFacts(
            CaseFiles cases,
            Consents consents,
            Deliveries deliveries,
            Directory directory,
            Access access,
            Clock clock) {
        this.cases = cases;
        this.consents = consents;
        this.deliveries = deliveries;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    Composer.Facts of(CaseId caseId, Outcome outcome, int number, Actor by) {
        var about = cases.summary(caseId);
        var consentDate = consents.of(caseId).map(it -> it.document().date()).orElse(null);
        return new Composer.Facts(
                network(about.network()),
                directory.provider(about.provider()).map(Provider::name).orElse(about.provider()),
                consentDate,
                Days.of(Objects.requireNonNullElse(outcome.closedAt(), outcome.draftedAt())),
                Days.of(clock.instant()),
                number,
                access.person(by.userId()).map(Person::displayName).orElse(by.userId()),
                conditions(outcome, consentDate != null),
                items(caseId, outcome));
    }

    private static Set<String> conditions(Outcome outcome, boolean permission) {
        var hold = new HashSet<String>();
        if (permission) {
            hold.add("permission");
        }
        if (!outcome.with(Signature.State.DISSENTED).isEmpty()) {
            hold.add("dissent");
        }
        if (outcome.travelNeeded()) {
            hold.add("travel");
        }
        return hold;
    }

    private java.util.List<Composer.Item> items(CaseId caseId, Outcome outcome) {
        var decisions = deliveries.answers(caseId);
        var items = new ArrayList<Composer.Item>();
        for (var recommendation : outcome.recommendations()) {
            var decision = items.size() < decisions.size() ? decisions.get(items.size()) : "";
            items.add(new Composer.Item(recommendation.type().toLowerCase(Locale.ROOT), decision));
        }
        return items;
    }

    private String network(@Nullable NetworkId network) {
        return network == null
                ? ""
                : directory.network(network).map(Network::name).orElse(network.value());
    }
}
