package org.konsil.engine.store;

/** The search asks for something that cannot be: an unknown field, a malformed value, a broken cursor. */
public final class SearchRefused extends RuntimeException {

    SearchRefused(String message) {
        super(message, null, false, false);
    }
}
