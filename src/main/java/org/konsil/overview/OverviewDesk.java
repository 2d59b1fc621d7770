package org.konsil.overview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.springframework.stereotype.Component;

/**
 * Hands the figures to whoever asks, as far as they are theirs; the reading stands in the history. A coordinator's numbers count what the
 * list All shows to them, and lead there. Contact points and auditors count all work of their scope; their numbers lead to lines without names.
 */
@Component
class OverviewDesk {

    /** What somebody asked for. */
    record Asked(
            @Nullable String network,
            @Nullable String country,
            @Nullable String stage) {}

    /** @param names whether people are named in it */
    record Read(List<Scope> scopes, Scope scope, Figures figures, Lists lists, boolean names) {}

    private final Scopes scopes;
    private final Overview overview;
    private final Access access;
    private final Audit audit;

    OverviewDesk(Scopes scopes, Overview overview, Access access, Audit audit) {
        this.scopes = scopes;
        this.overview = overview;
        this.access = access;
        this.audit = audit;
    }

    /** @throws NotYourOverview if the network or country is not the reader's */
    Read read(Asked asked, String action, Locale locale) {
        var reader = access.current();
        var scope = scopes.chosen(reader, asked.network(), asked.country(), asked.stage(), locale);
        var names = !reader.holds("auditor");
        var acts = scope.by() == Scope.By.NETWORK && names;
        var figures = overview.of(scope, acts ? reader : null, names, locale);
        record(reader, action, scope);
        return new Read(
                scopes.of(reader, locale), scope, figures, new Lists(acts ? Lists.QUEUE : Lists.LINES, scope), names);
    }

    private void record(Person reader, String action, Scope scope) {
        var told = Map.of("by", scope.by().name(), "scope", scope.id(), "stage", scope.stage());
        audit.recordApart(new Entry(reader.actor(), action, null, null, null, Entry.Outcome.DONE, null, told));
    }
}
