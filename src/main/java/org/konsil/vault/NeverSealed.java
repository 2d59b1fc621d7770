package org.konsil.vault;

/** A database of a development version in which personal content stands in the open. */
class NeverSealed extends RuntimeException {

    NeverSealed(String table, String column) {
        super("The database holds content in the open, in %s.%s".formatted(table, column));
    }
}
