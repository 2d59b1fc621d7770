package org.konsil.journey;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text in every dress in which it may lie somewhere: as written, in capitals and in small letters; as bytes of four character sets;
 * in Base64 at any offset, in hexadecimal, in an address. Each dress is a string with one char for each byte.
 */
public record Traces(String text, Set<String> dresses) {

    private static final int BITS_OF_A_SIGN = 6;
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    public static Traces of(String text) {
        var dresses = new LinkedHashSet<String>();
        for (var written : List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
            CHARSETS.forEach(set -> add(written.getBytes(set), dresses));
            dresses.add(URLEncoder.encode(written, StandardCharsets.UTF_8));
        }
        return new Traces(text, dresses);
    }

    private static void add(byte[] bytes, Set<String> dresses) {
        dresses.add(new String(bytes, StandardCharsets.ISO_8859_1));
        var hex = HexFormat.of().formatHex(bytes);
        dresses.add(hex);
        dresses.add(hex.toUpperCase(Locale.ROOT));
        for (int offset = 0; offset < 3; offset++) {
            dresses.add(base64(bytes, offset));
        }
    }

    /** The signs that depend on these bytes alone, wherever in a longer text they start. */
    private static String base64(byte[] bytes, int offset) {
        var shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        var signs = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (offset * 8 + BITS_OF_A_SIGN - 1) / BITS_OF_A_SIGN;
        int to = shifted.length * 8 / BITS_OF_A_SIGN;
        return signs.substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
