package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that a variable of the engine may have. None of them holds a sentence. */
enum VariableForm {
    ID,
    CODE,
    COUNTRY,
    NETWORK,
    USER,
    GROUP,
    BOOLEAN,
    INTEGER,
    DURATION,
    INSTANT,
    /** Several codes by name, as a rule with several outputs gives them. */
    CONTEXT;

    private static final Pattern SLUG = Pattern.compile("[a-zA-Z0-9.:-]{1,80}");
    private static final Pattern NETWORK_WORD = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern USER_WORD = Pattern.compile("[a-zA-Z0-9._@-]{1,100}");
    private static final Pattern GROUP_WORD = Pattern.compile("[a-z-]+:[a-z0-9-]+");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    /** @throws IllegalArgumentException if there is no such type */
    static VariableForm of(String type) {
        return valueOf(type.toUpperCase(Locale.ROOT));
    }

    boolean fits(JsonNode value, List<String> allowed) {
        return switch (this) {
            case ID -> value.isIntegralNumber() || isText(value, SLUG);
            case CODE -> value.isTextual() && allowed.contains(value.textValue());
            case COUNTRY -> value.isTextual() && isCountry(value.textValue());
            case NETWORK -> isText(value, NETWORK_WORD);
            case USER -> isText(value, USER_WORD);
            case GROUP -> isText(value, GROUP_WORD);
            case BOOLEAN -> value.isBoolean();
            case INTEGER -> value.isIntegralNumber();
            case DURATION -> value.isTextual() && isDuration(value.textValue());
            case INSTANT -> value.isTextual() && isInstant(value.textValue());
            case CONTEXT -> value.isObject() && value.valueStream().allMatch(VariableForm::isCode);
        };
    }

    private static boolean isCode(JsonNode value) {
        return value.isBoolean() || value.isNull() || ID.fits(value, List.of());
    }

    private static boolean isText(JsonNode value, Pattern pattern) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }

    private static boolean isCountry(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT)) && COUNTRIES.contains(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isDuration(String text) {
        try {
            return text.contains("T")
                    ? !Duration.parse(text).isNegative()
                    : !Period.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
