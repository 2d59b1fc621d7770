package org.konsil.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of the lists; each is an order too, under the same code. */
enum Column {
    NAME,
    CASE,
    STAGE,
    NETWORK,
    COUNTRY,
    URGENCY,
    PRIORITY,
    DUE,
    GOAL,
    CREATED,
    OWNER,
    CLOCK;

    /** What one sees who has chosen nothing. */
    static final List<Column> USUAL = List.of(NAME, CASE, STAGE, NETWORK, COUNTRY, URGENCY, DUE, CREATED, OWNER);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
