package org.konsil.engine.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one batch of records makes of one row: a new row, or changes of one that is there. */
final class Row {

    /** How the row comes into its table. */
    enum Way {
        CREATED,
        /** New, or again what it was: takes the place of a row with the same key. */
        REPLACED,
        CHANGED
    }

    private static final long NO_KEY = 0;

    final List<Object> key;
    final Way way;
    final TreeMap<String, @Nullable Object> columns = new TreeMap<>();
    final TreeMap<String, Integer> increments = new TreeMap<>();

    Row(List<Object> key, Way way) {
        this.key = key;
        this.way = way;
    }

    Row set(String column, @Nullable Object value) {
        columns.put(column, value);
        return this;
    }

    Row setTime(String column, Instant value) {
        return set(column, value.atOffset(ZoneOffset.UTC));
    }

    /** Sets a reference to something else; the engine writes "none" as a key that is not positive. */
    Row setKey(String column, long key) {
        return set(column, key > NO_KEY ? key : null);
    }

    /** Sets a text; the engine writes "none" as the empty text. */
    Row setText(String column, String text) {
        return set(column, text.isEmpty() ? null : text);
    }

    /** Adds to a number; in a row of this batch at once, else in the database. */
    Row add(String column, int difference) {
        if (way == Way.CHANGED) {
            increments.merge(column, difference, Integer::sum);
        } else {
            columns.merge(column, difference, (old, more) -> (Integer) old + (Integer) more);
        }
        return this;
    }
}
