package org.konsil.interop.phenopacket;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.konsil.kernel.Refusal;
import org.konsil.terminology.Code;

/** What the schema's types cannot say: fields that a case needs, codes, durations and dates that make sense. */
final class Meaning {

    private static final Pattern CURIE = Pattern.compile("[^\\s:]{1,40}:\\S(?:.{0,198}\\S)?");
    private static final int LONGEST_PSEUDONYM = 200;
    private static final Instant EARLIEST_BIRTH = Instant.parse("1890-01-01T00:00:00Z");
    private static final int OLDEST = 130;
    private static final String HUMAN = "NCBITaxon:9606";

    private final Findings findings;
    private final Instant now;

    Meaning(Findings findings, Clock clock) {
        this.findings = findings;
        this.now = clock.instant();
    }

    void check(Spot spot, Descriptor type) {
        switch (type.getFullName().substring(type.getFullName().lastIndexOf('.') + 1)) {
            case "Phenopacket" -> required(spot, "subject");
            case "Individual" -> individual(spot);
            case "VitalStatus" -> past(spot.field("timeOfDeath").field("timestamp"));
            case "PhenotypicFeature" -> coded(spot, "type");
            case "Disease" -> coded(spot, "term");
            case "Measurement" -> {
                required(spot, "assay");
                past(spot.field("timeObserved").field("timestamp"));
            }
            case "OntologyClass" -> ontologyClass(spot);
            case "Age" -> age(spot);
            case "AgeRange" -> range(spot);
            case "GestationalAge" -> {
                between(spot.field("weeks"), 0, 50);
                between(spot.field("days"), 0, 6);
            }
            case "TimeInterval" -> interval(spot);
            default -> {
                // the other messages say nothing that their types do not
            }
        }
    }

    private void individual(Spot spot) {
        required(spot, "id");
        if (spot.field("id").text().length() > LONGEST_PSEUDONYM) {
            findings.add(spot.field("id").pointer(), "too-long", LONGEST_PSEUDONYM);
        }
        var birth = spot.field("dateOfBirth");
        past(birth);
        if (instant(birth).filter(at -> at.isBefore(EARLIEST_BIRTH)).isPresent()) {
            findings.add(birth.pointer(), "too-early", 1890);
        }
        past(spot.field("timeAtLastEncounter").field("timestamp"));
        var species = spot.field("taxonomy").field("id");
        if (!species.isMissing() && !species.text().equalsIgnoreCase(HUMAN)) {
            findings.add(species.pointer(), "not-human");
        }
    }

    /** A feature or a disease: its code must be one, and it cannot begin in the future. */
    private void coded(Spot spot, String field) {
        required(spot, field);
        var id = spot.field(field).field("id");
        if (isOntologyId(id.text()) && !isCode(id.text())) {
            findings.add(id.pointer(), "bad-code");
        }
        past(spot.field("onset").field("timestamp"));
        past(spot.field("resolution").field("timestamp"));
    }

    private void ontologyClass(Spot spot) {
        required(spot, "id");
        var id = spot.field("id");
        var text = id.text();
        if (!text.isBlank() && !isOntologyId(text)) {
            findings.add(id.pointer(), "bad-code");
        }
    }

    /** Codes of the systems that we know have that system's form; of others only a prefix and a value are asked. */
    private static boolean isOntologyId(String text) {
        var prefix = text.substring(0, Math.max(text.indexOf(':'), 0)).toUpperCase(Locale.ROOT);
        return isCode(text) || (CURIE.matcher(text).matches() && new Code(prefix, "").isForeign());
    }

    private static boolean isCode(String text) {
        try {
            return !Code.parse(text).value().isEmpty();
        } catch (Refusal malformed) {
            return false;
        }
    }

    private void age(Spot spot) {
        required(spot, "iso8601duration");
        var duration = spot.field("iso8601duration");
        var days = IsoDuration.days(duration.text());
        if (!duration.text().isBlank() && days.isEmpty()) {
            findings.add(duration.pointer(), "bad-duration");
        } else if (days.filter(age -> age > OLDEST * 366).isPresent()) {
            findings.add(duration.pointer(), "too-old", OLDEST);
        }
    }

    private void range(Spot spot) {
        required(spot, "start");
        required(spot, "end");
        var start =
                IsoDuration.days(spot.field("start").field("iso8601duration").text());
        var end = IsoDuration.days(spot.field("end").field("iso8601duration").text());
        if (start.isPresent() && end.isPresent() && end.get() < start.get()) {
            findings.add(spot.field("end").pointer(), "end-before-start");
        }
    }

    private void interval(Spot spot) {
        var start = instant(spot.field("start"));
        var end = instant(spot.field("end"));
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            findings.add(spot.field("end").pointer(), "end-before-start");
        }
    }

    private void required(Spot spot, String field) {
        var value = spot.field(field);
        if (value.isMissing() || (value.node().isTextual() && value.text().isBlank())) {
            findings.add(value.pointer(), "missing", field);
        }
    }

    private void between(Spot spot, int least, int most) {
        if (spot.node().isNumber()
                && (spot.node().asLong() < least || spot.node().asLong() > most)) {
            findings.add(spot.pointer(), "out-of-range", least, most);
        }
    }

    private void past(Spot spot) {
        if (instant(spot).filter(now::isBefore).isPresent()) {
            findings.add(spot.pointer(), "in-the-future");
        }
    }

    private static Optional<Instant> instant(Spot spot) {
        try {
            var parsed = Timestamps.parse(spot.text());
            return Optional.of(Instant.ofEpochSecond(parsed.getSeconds(), parsed.getNanos()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
