package org.konsil.overview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.springframework.stereotype.Component;

/** Hands the figures to whoever asks, as far as they are theirs; the reading stands in the history. */
@Component
class OverviewDesk {

    /** @param names whether people are named in it */
    record Read(List<Scope> scopes, Scope scope, Figures figures, boolean names) {}

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
    Read read(@Nullable String network, @Nullable String country, String action, Locale locale) {
        var reader = access.current();
        var scope = scopes.chosen(reader, network, country, locale);
        var names = !reader.holds("auditor");
        var figures = overview.of(scope, names, locale);
        var told = Map.of("by", scope.by().name(), "scope", scope.id());
        audit.recordApart(new Entry(reader.actor(), action, null, null, null, Entry.Outcome.DONE, null, told));
        return new Read(scopes.of(reader, locale), scope, figures, names);
    }
}
