package org.konsil.engine.gateway.rest;

/** An answer that is no success, as problem details (RFC 9457) with Camunda's titles. */
final class Problem extends RuntimeException {

    private final int status;
    private final String title;

    Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    static Problem invalid(String detail) {
        return new Problem(400, "INVALID_ARGUMENT", detail);
    }

    /** What cannot even be read; the title is Spring's, as in Camunda's gateway. */
    static Problem unreadable(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem notFound(String what, Object key) {
        return new Problem(404, "NOT_FOUND", what + " with key '" + key + "' not found");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
