package org.konsil.feel;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.List;

/**
 * Some patterns take longer than the world has existed. So each is tried first on a text that counts how often it is looked at; what came to
 * its end there does so again in the function itself.
 */
final class Patterns {

    private Patterns() {}

    /** @throws Spent if it takes too long, or makes too long a text */
    static void tryOut(List<?> values, String function, Turn turn) {
        if (!Arguments.areTexts(values)) {
            return;
        }
        var pattern = read(Arguments.text(values, 1), flags(values, function));
        if (pattern == null) {
            return; // the function says itself what is wrong
        }
        var text = Arguments.text(values, 0);
        var found = pattern.matcher(new Counted(text, turn));
        var replacement = function.startsWith("replace") ? Arguments.text(values, 2) : "";
        var isQuoting = replacement.indexOf('$') >= 0;
        for (long made = text.length(); found.find(); ) {
            made += (long) replacement.length() * (isQuoting ? 1 + found.end() - found.start() : 1);
            if (made > FeelBounds.LONGEST_TEXT) {
                throw turn.end(Spent.text());
            }
        }
    }

    private static @Nullable Pattern read(String pattern, int flags) {
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private static int flags(List<?> values, String function) {
        var said = function.equals("replaceFunction4")
                ? Arguments.text(values, 3)
                : function.equals("matchesFunction3") ? Arguments.text(values, 2) : "";
        return said.chars()
                .map(flag -> switch (flag) {
                    case 's' -> Pattern.DOTALL;
                    case 'm' -> Pattern.MULTILINE;
                    case 'i' -> Pattern.CASE_INSENSITIVE;
                    case 'x' -> Pattern.COMMENTS;
                    default -> 0;
                })
                .reduce(0, (one, other) -> one | other);
    }

    private record Counted(String text, Turn turn) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            turn.step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
