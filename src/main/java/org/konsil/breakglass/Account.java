package org.konsil.breakglass;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Recorded;
import org.konsil.casefile.CaseFiles;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells an opening in words: who, why, when, and what was read. */
@Component
class Account {

    /** One reading or other act while it lasted. */
    record Act(Instant at, String what) {}

    /** @param waits the reader has not looked at it yet */
    record Told(
            String id,
            String caseId,
            String pseudonym,
            String by,
            String reason,
            Instant at,
            Instant until,
            boolean lasts,
            @Nullable String endedBy,
            boolean waits,
            List<Act> acts) {}

    private final OpeningRows rows;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;
    private final MessageSource words;
    private final Clock clock;

    Account(OpeningRows rows, CaseFiles cases, Access access, Audit audit, MessageSource words, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    Told of(Opening opening, Person reader, Locale locale) {
        var endedBy = opening.endedBy();
        return new Told(
                opening.id().toString(),
                opening.caseId().toString(),
                cases.summary(opening.caseId()).pseudonym(),
                name(opening.by()),
                opening.reason(),
                opening.at(),
                opening.until(),
                opening.lastsAt(clock.instant()),
                endedBy == null ? null : name(endedBy),
                rows.waitsFor(opening.id(), reader.userId()),
                acts(opening, locale));
    }

    private List<Act> acts(Opening opening, Locale locale) {
        return audit.history(opening.caseId()).stream()
                .filter(it -> it.entry().actor().userId().equals(opening.by()))
                .filter(it -> !it.at().isBefore(opening.at()) && !it.at().isAfter(opening.until()))
                .filter(it -> !it.entry().action().startsWith("case-open"))
                .map(it -> new Act(it.at(), words(it, locale)))
                .toList();
    }

    private String words(Recorded recorded, Locale locale) {
        var action = recorded.entry().action();
        return String.valueOf(words.getMessage("history." + action, null, action, locale));
    }

    private String name(String userId) {
        return access.person(userId).map(Person::displayName).orElse(userId);
    }
}
