package org.konsil.terminology;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text as the search compares it: lower case, without accents, only letters and digits, a blank before each word. Letters
 * that are no accented ones but are typed as such (ß, ø, æ, ł) are written as people write them without that key.
 */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    /** Written within a word in Ukrainian, and as often left out. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{IsCyrillic})['’ʼ](?=\\p{IsCyrillic})");

    private static final Pattern SPECIAL = Pattern.compile("[ßøæœłđðþıς]");
    private static final Map<String, String> PLAIN = Map.of(
            "ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ς", "σ");

    private Folded() {}

    static List<String> words(String text) {
        var joined = APOSTROPHE.matcher(text).replaceAll("");
        var plain = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var latin = SPECIAL.matcher(plain).replaceAll(letter -> PLAIN.getOrDefault(letter.group(), ""));
        return Arrays.stream(OTHER.split(latin)).filter(word -> !word.isEmpty()).toList();
    }

    static String of(String text) {
        return words(text).stream().reduce("", (line, word) -> line + " " + word);
    }
}
