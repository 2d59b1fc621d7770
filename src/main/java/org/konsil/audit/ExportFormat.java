package org.konsil.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.konsil.kernel.Refusal;

/** In which form entries leave the house. */
enum ExportFormat {
    /** One canonical JSON object a line, exactly as it was hashed, with its hash: what a verifier needs. */
    JSONL,
    /** One line an entry, for spreadsheets. */
    CSV,
    /** IEEE 1849, one trace a case, for process mining. */
    XES;

    String fileName() {
        return "audit." + name().toLowerCase(Locale.ROOT);
    }

    static Set<ExportFormat> parse(Collection<String> names) {
        var formats = EnumSet.noneOf(ExportFormat.class);
        for (var name : names) {
            formats.add(Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(UnknownFormat::new));
        }
        return formats;
    }

    /** The history has no such format. */
    static final class UnknownFormat extends Refusal {
        UnknownFormat() {
            super(
                    Kind.INVALID,
                    "audit-unknown-format",
                    "The history is exported as jsonl, csv or xes",
                    List.of(new Field("/format", "jsonl, csv, xes")));
        }
    }
}
