package org.konsil.telling;

import org.konsil.kernel.Refusal;

/** There is no such news for this reader. */
class NoSuchNews extends Refusal {

    private static final long serialVersionUID = 1;

    NoSuchNews(long id) {
        super(Kind.UNKNOWN, "news-unknown", "No news " + id + " for this reader");
    }
}
