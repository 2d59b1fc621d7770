package org.konsil.interop.phenopacket;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import org.jspecify.annotations.Nullable;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.TimeElement;

/** Turns the schema's smallest messages into ours. */
final class TimeElements {

    private TimeElements() {}

    /** Null for an element that tells nothing. */
    static @Nullable When when(TimeElement time) {
        return switch (time.getElementCase()) {
            case AGE -> new When(When.Kind.AGE, time.getAge().getIso8601Duration(), "");
            case AGE_RANGE -> {
                var range = time.getAgeRange();
                yield new When(
                        When.Kind.AGE_RANGE,
                        range.getStart().getIso8601Duration() + "/"
                                + range.getEnd().getIso8601Duration(),
                        "");
            }
            case GESTATIONAL_AGE -> {
                var age = time.getGestationalAge();
                yield new When(When.Kind.GESTATIONAL_AGE, age.getWeeks() + "+" + age.getDays(), "");
            }
            case ONTOLOGY_CLASS -> {
                var term = time.getOntologyClass();
                yield new When(When.Kind.ONTOLOGY_CLASS, term.getId(), term.getLabel());
            }
            case TIMESTAMP -> new When(When.Kind.TIMESTAMP, text(time.getTimestamp()), "");
            case INTERVAL -> {
                var interval = time.getInterval();
                yield new When(When.Kind.INTERVAL, text(interval.getStart()) + "/" + text(interval.getEnd()), "");
            }
            case ELEMENT_NOT_SET -> null;
        };
    }

    /** Null for a term that is not given. */
    static @Nullable Concept concept(OntologyClass term) {
        return term.getId().isEmpty() ? null : given(term);
    }

    static Concept given(OntologyClass term) {
        return new Concept(term.getId(), term.getLabel());
    }

    private static String text(Timestamp at) {
        return Timestamps.toString(at);
    }
}
