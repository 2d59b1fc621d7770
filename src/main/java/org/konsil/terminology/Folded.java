package org.konsil.terminology;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the search compares it: lower case, without accents, only letters and digits, a blank before each word. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Folded() {}

    static List<String> words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(OTHER.split(plain)).filter(word -> !word.isEmpty()).toList();
    }

    static String of(String text) {
        return words(text).stream().reduce("", (line, word) -> line + " " + word);
    }
}
