package org.konsil.feel;

import java.util.Set;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import scala.collection.immutable.List;

/** Looks at what a function of FEEL is called with, where what it does can become much more than what it was given. */
final class Arguments {

    private static final Set<String> PATTERNS = Set.of(
            "replaceFunction",
            "replaceFunction4",
            "matchesFunction",
            "matchesFunction3",
            "splitFunction",
            "extractFunction");

    private Arguments() {}

    static void requireSmall(List<?> values, String function, Turn turn) {
        var items = 0;
        var longest = 0;
        for (List<?> rest = values; !rest.isEmpty(); rest = (List<?>) rest.tail()) {
            var value = rest.head();
            if (value instanceof Val written && function.equals("stringFunction")) {
                Sizes.requireBounded(written);
            }
            if (value instanceof ValList list) {
                items = Math.max(items, size(list, turn));
            } else if (value instanceof ValString text) {
                longest = Math.max(longest, text.value().length());
            } else if (value instanceof ValNumber number && rest != values) {
                requireDigits(number, function, turn);
            }
        }
        if ((long) items * longest > FeelBounds.LONGEST_TEXT) {
            throw turn.end(Spent.text());
        }
        if (PATTERNS.contains(function)) {
            Patterns.tryOut(values, function, turn);
        }
    }

    private static int size(ValList list, Turn turn) {
        if (list.itemsAsSeq().lengthCompare(FeelBounds.MOST_ITEMS) > 0) {
            throw turn.end(Spent.items());
        }
        return list.itemsAsSeq().length();
    }

    /** Rounding makes as many digits as it is told to. */
    private static void requireDigits(ValNumber number, String function, Turn turn) {
        var rounds = function.startsWith("decimal")
                || function.startsWith("floor")
                || function.startsWith("ceiling")
                || function.startsWith("round");
        if (rounds
                && number.value().bigDecimal().abs().compareTo(java.math.BigDecimal.valueOf(FeelBounds.MOST_DIGITS))
                        > 0) {
            throw turn.end(Spent.number());
        }
    }

    static String text(List<?> values, int at) {
        return values.lengthCompare(at) > 0 && values.apply(at) instanceof ValString text ? text.value() : "";
    }

    static boolean areTexts(List<?> values) {
        return values.forall(value -> value instanceof ValString && value instanceof Val);
    }
}
