package org.konsil.terminology;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A code of a terminology, written as a compact identifier (CURIE): {@code ORPHA:558}, {@code OMIM:154700},
 * {@code HP:0001250}, {@code MONDO:0007947}, {@code HGNC:3603}. Other systems are let through as they come.
 *
 * @param system the prefix in its usual spelling: ORPHA, OMIM, HP, MONDO, HGNC or that of a foreign system
 */
public record Code(String system, String value) {

    public static final String ORPHA = "ORPHA";
    public static final String OMIM = "OMIM";
    public static final String HP = "HP";
    public static final String MONDO = "MONDO";
    public static final String HGNC = "HGNC";

    private static final Pattern CURIE =
            Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,29}):\\s*([A-Za-z0-9][A-Za-z0-9.:_/-]{0,59})");
    private static final Pattern UNDERLINED = Pattern.compile("(?:https?://\\S{1,100}/)?([A-Za-z]+)_([A-Za-z0-9]+)");

    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("ORPHA", ORPHA),
            Map.entry("ORPHANET", ORPHA),
            Map.entry("ORDO", ORPHA),
            Map.entry("ORPHACODE", ORPHA),
            Map.entry("OMIM", OMIM),
            Map.entry("MIM", OMIM),
            Map.entry("OMIMPHENO", OMIM),
            Map.entry("HP", HP),
            Map.entry("HPO", HP),
            Map.entry("MONDO", MONDO),
            Map.entry("HGNC", HGNC));

    private static final Map<String, Pattern> FORMS = Map.of(
            ORPHA, Pattern.compile("\\d{1,9}"),
            OMIM, Pattern.compile("\\d{6}"),
            HP, Pattern.compile("\\d{7}"),
            MONDO, Pattern.compile("\\d{7}"),
            HGNC, Pattern.compile("\\d{1,9}"));

    /**
     * Reads a code in any of its usual spellings: {@code Orphanet:558}, {@code ORDO:Orphanet_558}, {@code MIM:154700},
     * {@code HP_0001250}, {@code http://www.orpha.net/ORDO/Orphanet_558}.
     *
     * @throws MalformedCode if it has no system and value, or if the value is none of a system that we know
     */
    public static Code parse(String text) {
        var code = split(text);
        if (!code.isForeign() && !code.isWellFormed()) {
            throw new MalformedCode(text);
        }
        return code;
    }

    /** An ORPHAcode by its number. */
    public static Code orpha(String number) {
        return new Code(ORPHA, number);
    }

    /** Whether the system is one of the five that we know and the value has that system's form. */
    public boolean isWellFormed() {
        var form = FORMS.get(system);
        return form != null && form.matcher(value).matches();
    }

    /** Whether the system is none of the five that we know, so that nothing can be said of its values. */
    public boolean isForeign() {
        return !FORMS.containsKey(system);
    }

    @Override
    public String toString() {
        return system + ":" + value;
    }

    private static Code split(String text) {
        var stripped = text.strip();
        for (var form : new Pattern[] {UNDERLINED, CURIE}) {
            var match = form.matcher(stripped);
            if (match.matches()) {
                return named(match.group(1), match.group(2));
            }
        }
        throw new MalformedCode(text);
    }

    private static Code named(String prefix, String value) {
        var system = SYSTEMS.getOrDefault(prefix.toUpperCase(Locale.ROOT), prefix);
        var nested = UNDERLINED.matcher(value);
        var repeated =
                nested.matches() && system.equals(SYSTEMS.get(nested.group(1).toUpperCase(Locale.ROOT)));
        return new Code(system, repeated ? nested.group(2) : value);
    }
}
