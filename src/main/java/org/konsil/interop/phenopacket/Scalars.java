package org.konsil.interop.phenopacket;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.util.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms of single values in protobuf's JSON, without its lenience towards values of another type. */
final class Scalars {

    private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");
    private static final BigInteger UNSIGNED_INT = BigInteger.TWO.pow(32).subtract(BigInteger.ONE);
    private static final BigInteger UNSIGNED_LONG = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private final Findings findings;

    Scalars(Findings findings) {
        this.findings = findings;
    }

    void check(Spot spot, FieldDescriptor field) {
        switch (field.getType()) {
            case STRING -> string(spot);
            case BOOL -> require(spot.node().isBoolean(), spot, "expected-boolean");
            case ENUM -> choice(spot, field);
            case INT32, SINT32, SFIXED32 ->
                integer(spot, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
            case UINT32, FIXED32 -> integer(spot, BigInteger.ZERO, UNSIGNED_INT);
            case INT64, SINT64, SFIXED64 ->
                integer(spot, BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
            case UINT64, FIXED64 -> integer(spot, BigInteger.ZERO, UNSIGNED_LONG);
            case FLOAT, DOUBLE -> number(spot);
            case BYTES -> base64(spot);
            default -> findings.add(spot.pointer(), "expected-object");
        }
    }

    void timestamp(Spot spot) {
        var valid = spot.node().isTextual();
        try {
            Timestamps.parse(spot.text());
        } catch (ParseException | IllegalArgumentException e) {
            valid = false;
        }
        require(valid, spot, "expected-timestamp");
    }

    private void string(Spot spot) {
        if (!spot.node().isTextual()) {
            findings.add(spot.pointer(), "expected-string");
        } else if (spot.text().codePoints().anyMatch(Scalars::cannotBeKept)) {
            findings.add(spot.pointer(), "no-text");
        }
    }

    /** PostgreSQL keeps no NUL, UTF-8 no half of a surrogate pair; other control characters are no text either. */
    private static boolean cannotBeKept(int character) {
        return (character < ' ' && character != '\n' && character != '\r' && character != '\t')
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private void choice(Spot spot, FieldDescriptor field) {
        var type = field.getEnumType();
        var valid = spot.node().isTextual()
                ? type.findValueByName(spot.text()) != null
                : spot.node().canConvertToInt()
                        && spot.node().isIntegralNumber()
                        && type.findValueByNumber(spot.node().intValue()) != null;
        var names = type.getValues().stream().map(EnumValueDescriptor::getName).collect(Collectors.joining(", "));
        require(valid, spot, "expected-enum", names);
    }

    private void integer(Spot spot, BigInteger least, BigInteger most) {
        var value = decimal(spot);
        var valid = value != null
                && value.stripTrailingZeros().scale() <= 0
                && value.precision() - value.scale() < 30
                && value.toBigInteger().compareTo(least) >= 0
                && value.toBigInteger().compareTo(most) <= 0;
        require(valid, spot, "expected-integer", least, most);
    }

    private void number(Spot spot) {
        var value = decimal(spot);
        var valid = value == null
                ? spot.node().isTextual() && NO_NUMBERS.contains(spot.text())
                : Double.isFinite(value.doubleValue());
        require(valid, spot, "expected-number");
    }

    /** Protobuf's JSON writes long numbers as texts, so both are read. */
    private static @Nullable BigDecimal decimal(Spot spot) {
        if (spot.node().isNumber()) {
            return spot.node().decimalValue();
        }
        var text = spot.text();
        return spot.node().isTextual() && text.matches("-?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?")
                ? new BigDecimal(text)
                : null;
    }

    private void base64(Spot spot) {
        var valid = spot.node().isTextual();
        try {
            Base64.getDecoder().decode(spot.text().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            valid = false;
        }
        require(valid, spot, "expected-base64");
    }

    private void require(boolean valid, Spot spot, String key, Object... arguments) {
        if (!valid) {
            findings.add(spot.pointer(), key, arguments);
        }
    }
}
