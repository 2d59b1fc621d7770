package org.konsil.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.audit.Recorded;
import org.konsil.consent.Consent;
import org.konsil.consent.Consents;
import org.konsil.consent.Scope;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Days;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/**
 * Who saw what of a case, when, on which consent, under which controller (GDPR Art. 15(1)(c); EHDS: right to know who accessed).
 * From the history alone, so it stays when the content was erased.
 */
@Component
class Readers {

    static final Set<String> READINGS = Set.of(
            "case-read",
            "task-opened",
            "attachment-read",
            "panel-read",
            "proposal-read",
            "outcome-read",
            "letter-read",
            "interim-read",
            "notes-read",
            "diagram-read",
            "discussion-read",
            "rights-read",
            "certificate-read",
            "copy-exported",
            "readers-read");

    private static final Set<Grants.As> OF_NETWORK = EnumSet.of(
            Grants.As.NETWORK,
            Grants.As.CO_NETWORK,
            Grants.As.LEAD,
            Grants.As.INVITED,
            Grants.As.PANEL,
            Grants.As.CONTROLLER);

    private final Audit audit;
    private final Access access;
    private final Grants grants;
    private final Consents consents;

    Readers(Audit audit, Access access, Grants grants, Consents consents) {
        this.audit = audit;
        this.access = access;
        this.grants = grants;
        this.consents = consents;
    }

    /** Oldest first; what one person looked at several times on a day stands there once, with the number of times. */
    List<Reading> of(CaseId caseId) {
        var held = grants.of(caseId);
        var versions = consents.versions(caseId);
        var people = new LinkedHashMap<String, @Nullable Person>();
        var lines = new LinkedHashMap<LocalDate, List<Reading>>();
        for (var recorded : audit.history(caseId)) {
            var entry = recorded.entry();
            if (isReading(entry)) {
                var user = entry.actor().userId();
                var person =
                        people.computeIfAbsent(user, id -> access.person(id).orElse(null));
                var day = Days.of(recorded.at());
                add(
                        lines.computeIfAbsent(day, it -> new ArrayList<>()),
                        reading(recorded, user, person, held, versions));
            }
        }
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isReading(Entry entry) {
        return entry.outcome() == Entry.Outcome.DONE
                && READINGS.contains(entry.action())
                && !entry.actor().isSystem();
    }

    private static void add(List<Reading> day, Reading next) {
        for (int at = 0; at < day.size(); at++) {
            if (day.get(at).isLike(next)) {
                day.set(at, day.get(at).and(next));
                return;
            }
        }
        day.add(next);
    }

    private static Reading reading(
            Recorded recorded, String user, @Nullable Person person, List<Grants.Held> held, List<Consent> versions) {
        var at = recorded.at();
        var as = as(user, person, held, at);
        return new Reading(
                at,
                at,
                1,
                user,
                person == null ? user : person.displayName(),
                recorded.entry().action(),
                as,
                version(versions, at),
                basis(as),
                as != null && OF_NETWORK.contains(as) ? Controller.NETWORK : Controller.HOME);
    }

    /** The right that was open to them at that moment; the home provider's own before any other. */
    private static Grants.@Nullable As as(String user, @Nullable Person person, List<Grants.Held> held, Instant at) {
        var names = new HashSet<String>();
        names.add(user);
        if (person != null) {
            person.groups().forEach(group -> names.add(group.toString()));
        }
        return held.stream()
                .filter(grant -> names.contains(grant.holder()) && grant.holdsAt(at))
                .map(Grants.Held::as)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static int version(List<Consent> versions, Instant at) {
        return versions.stream()
                .filter(consent -> consent.given() && !consent.recordedAt().isAfter(at))
                .mapToInt(Consent::version)
                .max()
                .orElse(0);
    }

    private static String basis(Grants.@Nullable As as) {
        return switch (as) {
            case null -> "oversight";
            case HOME -> "own-record";
            case DOMESTIC -> Scope.REFERRAL.code();
            case NETWORK, CO_NETWORK, LEAD -> Scope.RECORD_SHARING.code();
            case INVITED, PANEL -> Scope.PANEL_CARE.code();
            case FUNDING -> Scope.TREATMENT_ABROAD.code();
            case CONTROLLER -> "controller";
            case REASON -> "reason";
            case WAITING -> "waiting";
        };
    }
}
