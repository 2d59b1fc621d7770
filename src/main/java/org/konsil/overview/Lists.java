package org.konsil.overview;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the work behind each number stands.
 *
 * @param path of the list whose lines are counted by the same right as the numbers
 */
record Lists(String path, Scope scope) {

    /** The list of work, in which one can act. */
    static final String QUEUE = "/work/all";

    /** Lines without names, for those who may not know of every case. */
    static final String LINES = "/overview/work";

    public String all() {
        return with();
    }

    public String late() {
        return with("clock", "overdue");
    }

    public String stopped() {
        return with("clock", "stopped");
    }

    /** One stage, country, network or person. */
    public String of(String part, String value) {
        return with(part, named(part, value));
    }

    public String late(String part, String value) {
        return with(part, named(part, value), "clock", "overdue");
    }

    /** What has waited so long, in all stages or in one. */
    public String aged(Figures.Age age, String stage) {
        var since = String.valueOf(age.from());
        var until = age.until() == 0 ? "" : String.valueOf(age.until());
        return with("since", age.from() == 0 ? "" : since, "until", until, "stage", stage);
    }

    /** Not late yet, and due before that day. */
    public String dueUntil(LocalDate day) {
        return with("clock", "running", "dueFrom", "now", "due", day.toString());
    }

    /** @param today whether that is today: what of it is late already is not due any more */
    public String dueOn(Figures.Due due, boolean today) {
        return with(
                "clock",
                "running",
                "dueFrom",
                today ? "now" : due.day().toString(),
                "due",
                due.day().plusDays(1).toString());
    }

    public String lateBy(Figures.Due due) {
        return with("clock", "running", "due", due.day().plusDays(1).toString());
    }

    private static String named(String part, String value) {
        return part.equals("network") && value.isEmpty() ? "none" : value;
    }

    private String with(String... parts) {
        var said = new LinkedHashMap<>(scope.said());
        for (var at = 0; at < parts.length; at += 2) {
            if (!parts[at + 1].isEmpty()) {
                said.put(parts[at], parts[at + 1]);
            }
        }
        var address = UriComponentsBuilder.fromPath(path);
        said.forEach(address::queryParam);
        return address.encode().toUriString();
    }
}
