package org.konsil.breakglass;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.Refusal;

/** A case cannot be opened with a reason like this. */
class OpeningRefused extends Refusal {

    private OpeningRefused(Kind kind, String code, String message, List<Field> fields, Object... arguments) {
        super(kind, code, message, fields, arguments);
    }

    static OpeningRefused withoutReason(String words) {
        var field = new Field("/reason", words);
        return new OpeningRefused(Kind.INVALID, "opening-without-reason", "A reason is needed", List.of(field));
    }

    static OpeningRefused tooLong(Duration longest) {
        var hours = longest.toHours();
        var field = new Field("/duration", "PT1M to " + longest);
        return new OpeningRefused(Kind.INVALID, "opening-too-long", "At most " + longest, List.of(field), hours);
    }

    static OpeningRefused nobodyToTell() {
        return new OpeningRefused(Kind.CONFLICT, "opening-nobody-to-tell", "No second person could be told", List.of());
    }

    static OpeningRefused isOpen() {
        return new OpeningRefused(Kind.CONFLICT, "opening-lasts", "The case is open already", List.of());
    }

    static OpeningRefused unknown(UUID id) {
        return new OpeningRefused(Kind.UNKNOWN, "opening-unknown", "No opening " + id, List.of());
    }
}
