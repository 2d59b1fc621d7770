package org.konsil.engine.store;

/** The search asks for something that cannot be: an unknown value, a malformed one, a broken cursor. */
public final class SearchRefused extends RuntimeException {

    private final boolean wellFormed;

    SearchRefused(String message) {
        this(message, false);
    }

    private SearchRefused(String message, boolean wellFormed) {
        super(message, null, false, false);
        this.wellFormed = wellFormed;
    }

    /** What can be read, but asks for nothing sensible. */
    static SearchRefused argument(String message) {
        return new SearchRefused(message, true);
    }

    static SearchRefused unreadable(String property) {
        return new SearchRefused("Request property [" + property + "] cannot be parsed");
    }

    /** Whether the request could be read at all. */
    public boolean wellFormed() {
        return wellFormed;
    }
}
