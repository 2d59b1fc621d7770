package org.konsil.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.directory.Directory;
import org.konsil.directory.Network;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Right;
import org.konsil.kernel.Stage;
import org.konsil.worklist.AllWork;
import org.konsil.worklist.ItemPage;
import org.konsil.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The work behind a number, line by line: a case is named to whoever may know of it, and nobody who works on it ever is. */
@Component
class OverviewLines {

    private static final int ON_A_PAGE = 50;

    /** @param caseName its pseudonym; null where the reader may not know of the case */
    record Line(
            WorkItem work,
            String stage,
            String network,
            String country,
            @Nullable CaseId caseId,
            @Nullable String caseName) {}

    /** @param narrowed to what, in words; {@code next}: the address of the next page */
    record Shown(
            Scope scope,
            Map<String, String> narrowed,
            List<Line> lines,
            long total,
            @Nullable String next) {}

    private final Scopes scopes;
    private final AllWork work;
    private final CaseFiles cases;
    private final Directory directory;
    private final Access access;
    private final Audit audit;
    private final MessageSource words;

    OverviewLines(
            Scopes scopes,
            AllWork work,
            CaseFiles cases,
            Directory directory,
            Access access,
            Audit audit,
            MessageSource words) {
        this.scopes = scopes;
        this.work = work;
        this.cases = cases;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.words = words;
    }

    /** @throws NotYourOverview if it is of another's network or country */
    Shown read(Map<String, String> asked, Locale locale) {
        var reader = access.current();
        var scope = scopes.around(reader, asked.get("network"), asked.get("country"), locale);
        requireInScope(asked.get("owner"), reader, scope);
        var said = new LinkedHashMap<>(asked);
        said.putAll(scope.said()); // last, so that nothing that was asked for makes it wider
        var page = work.page(said, ON_A_PAGE);
        var told = Map.of("by", scope.by().name(), "scope", scope.id());
        audit.recordApart(
                new Entry(reader.actor(), "overview-listed", null, null, null, Entry.Outcome.DONE, null, told));
        return new Shown(
                scope,
                work.inWords(said, reader, locale),
                lines(page, reader, locale),
                page.total(),
                next(work.narrowing(said), page.next()));
    }

    /** What people of one's own country have in hand is a number of the overview; what others have is nobody's to ask. */
    private void requireInScope(@Nullable String owner, Person reader, Scope scope) {
        if (owner != null
                && (reader.holds("auditor")
                        || access.person(owner).filter(scope::holds).isEmpty())) {
            throw new NotYourOverview();
        }
    }

    private static @Nullable String next(Map<String, String> said, @Nullable String after) {
        if (after == null) {
            return null;
        }
        var address = UriComponentsBuilder.fromPath(Lists.LINES);
        said.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("after", after).encode().buildAndExpand(said).toUriString();
    }

    private List<Line> lines(ItemPage page, Person reader, Locale locale) {
        var known = page.items().stream()
                .map(WorkItem::caseId)
                .distinct()
                .filter(caseId -> access.may(reader, caseId, Right.KNOW))
                .toList();
        var about = cases.summaries(known);
        return page.items().stream()
                .map(item -> line(item, about.get(item.caseId()), locale))
                .toList();
    }

    private Line line(WorkItem item, @Nullable CaseSummary about, Locale locale) {
        return new Line(
                item,
                stage(item.stage(), locale),
                network(item.network(), locale),
                item.country().name(locale),
                about == null ? null : item.caseId(),
                about == null ? null : about.pseudonym());
    }

    private String stage(Stage stage, Locale locale) {
        return words.getMessage("worklist.stage." + Overview.code(stage), null, locale);
    }

    private String network(@Nullable NetworkId id, Locale locale) {
        return id == null
                ? words.getMessage("overview.no-network", null, locale)
                : directory.network(id).map(Network::name).orElse(id.value());
    }
}
