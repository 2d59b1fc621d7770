package org.konsil.rights;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.konsil.kernel.Country;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;

/** The rule table {@code retention} asked for every country and controller, for the record of processing. */
@Component
class RetentionTable {

    /** One answer of the table. {@code country}: ISO code, {@code network} for the networks' copies. */
    record Line(String controller, String country, Period obligation, Period review, String basis, String source) {

        /** In the reader's language; not for {@code other}. */
        public String countryName(Locale reader) {
            return Country.of(country).name(reader);
        }
    }

    private static final List<String> COUNTRIES = List.of("de", "dk", "fi", "nl", "no", "pl", "se", "ua", "other");

    private final Rules rules;

    RetentionTable(Rules rules) {
        this.rules = rules;
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        COUNTRIES.forEach(country -> lines.add(line("home", country)));
        lines.add(line("network", "other"));
        return lines;
    }

    private Line line(String controller, String country) {
        var facts = new HashMap<String, Object>();
        facts.put("controller", controller);
        facts.put("country", country);
        facts.put("adviceReceived", true);
        var row = rules.decide(RetentionRule.TABLE, facts).map();
        return new Line(
                controller,
                country,
                RetentionRule.period(row.get("obligation")),
                RetentionRule.period(row.get("review")),
                String.valueOf(row.get("basis")),
                String.valueOf(row.get("source")));
    }
}
