package org.konsil.telling;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Right;
import org.konsil.worklist.Titles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's news, to be read and put away. */
@Service
class Newspaper {

    private static final int MOST = 100;

    /** The form that has a short page, for the phone. */
    private static final String OPINION = "expert-opinion";

    private final NewsRows rows;
    private final Choices choices;
    private final CaseFiles cases;
    private final Titles titles;
    private final Access access;

    Newspaper(NewsRows rows, Choices choices, CaseFiles cases, Titles titles, Access access) {
        this.rows = rows;
        this.choices = choices;
        this.cases = cases;
        this.titles = titles;
        this.access = access;
    }

    /** The newest hundred, as far as the reader may still know of the cases. */
    @Transactional(readOnly = true)
    public List<NewsLine> of(Person reader, boolean unreadOnly) {
        return lines(rows.of(reader.userId(), access.holderNames(reader), unreadOnly, MOST), reader);
    }

    /** These, as far as the reader may still know of the cases: what the words need and nothing clinical. */
    List<NewsLine> lines(List<NewsItem> items, Person reader) {
        var named = titles.of(
                items.stream().map(NewsItem::taskKey).filter(Objects::nonNull).toList());
        return items.stream()
                .filter(item -> access.may(reader, item.caseId(), Right.KNOW))
                .map(item -> line(item, task(item, named)))
                .toList();
    }

    private NewsLine line(NewsItem item, Titles.@Nullable Title task) {
        return new NewsLine(
                item.id(),
                item.kind().code(),
                item.caseId().toString(),
                cases.summary(item.caseId()).pseudonym(),
                task == null ? null : task.name(),
                item.at(),
                item.readAt() != null,
                address(item, task));
    }

    private static Titles.@Nullable Title task(NewsItem item, Map<Long, Titles.Title> named) {
        var key = item.taskKey();
        return key == null ? null : named.get(key);
    }

    /** An opinion is given on the short page, which leads on to everything else. */
    private static String address(NewsItem item, Titles.@Nullable Title task) {
        var isOpinion = task != null && task.formId().equals(OPINION);
        return isOpinion ? item.address() + "/brief" : item.address();
    }

    /** @return where it leads; @throws NoSuchNews if there is none of this number for the reader */
    @Transactional
    public String open(long id, Person reader) {
        var item = rows.find(id, reader.userId()).orElseThrow(() -> new NoSuchNews(id));
        rows.read(id, reader.userId());
        var key = item.taskKey();
        return address(item, task(item, key == null ? Map.of() : titles.of(List.of(key))));
    }

    @Transactional
    public void readAll(Person reader, long until) {
        rows.readAll(reader.userId(), until);
    }

    Map<Kind, Pace> choices(Person reader) {
        return choices.of(reader.userId());
    }

    void choose(Person reader, Map<Kind, Pace> chosen) {
        choices.choose(reader.userId(), chosen);
    }
}
