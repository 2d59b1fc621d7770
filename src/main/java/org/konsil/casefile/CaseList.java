package org.konsil.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/** The cases that a person may see, newest first, page by page. */
public interface CaseList {

    /** What to look for; null means any. */
    record Filter(
            @Nullable CaseState state,
            @Nullable NetworkId network,
            @Nullable Country country) {

        public static final Filter ANY = new Filter(null, null, null);
    }

    /**
     * A page of the list.
     *
     * @param total of all pages
     * @param next give it as {@code after} to get the next page; null on the last one
     */
    record Page(
            List<CaseSummary> items, long total, @Nullable String next) {}

    /**
     * Looks, and leaves an entry in the history.
     *
     * @param after opaque, from the page before; null for the first
     * @param size 1 to 200
     * @throws UnknownPlace if {@code after} is none that was given
     */
    Page find(Filter filter, Person reader, @Nullable String after, int size);
}
