package org.konsil.telling;

import java.util.List;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's news, to be read and put away. */
@Service
class Newspaper {

    private static final int MOST = 100;

    private final NewsRows rows;
    private final Choices choices;
    private final CaseFiles cases;
    private final Access access;

    Newspaper(NewsRows rows, Choices choices, CaseFiles cases, Access access) {
        this.rows = rows;
        this.choices = choices;
        this.cases = cases;
        this.access = access;
    }

    /** The newest hundred, as far as the reader may still know of the cases. */
    @Transactional(readOnly = true)
    public List<NewsLine> of(Person reader, boolean unreadOnly) {
        return lines(rows.of(reader.userId(), access.holderNames(reader), unreadOnly, MOST), reader);
    }

    /** These, as far as the reader may still know of the cases: what the words need and nothing clinical. */
    List<NewsLine> lines(List<NewsItem> items, Person reader) {
        return items.stream()
                .filter(item -> access.may(reader, item.caseId(), Right.KNOW))
                .map(item -> new NewsLine(
                        item.id(),
                        item.kind().code(),
                        item.caseId().toString(),
                        cases.summary(item.caseId()).pseudonym(),
                        item.at(),
                        item.readAt() != null,
                        item.address()))
                .toList();
    }

    /** @return where it leads; @throws NoSuchNews if there is none of this number for the reader */
    @Transactional
    public String open(long id, Person reader) {
        var item = rows.find(id, reader.userId()).orElseThrow(() -> new NoSuchNews(id));
        rows.read(id, reader.userId());
        return item.address();
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
