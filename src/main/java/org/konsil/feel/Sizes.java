package org.konsil.feel;

import java.util.ArrayDeque;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/** How large values are, looked at without recursion and no longer than needed. */
final class Sizes {

    static final java.math.BigDecimal MOST_ITEMS = java.math.BigDecimal.valueOf(FeelBounds.MOST_ITEMS);
    private static final int MOST_PARTS = 1_000_000;
    private static final long MOST_TEXT = 8_000_000;

    private Sizes() {}

    /** For a part of an expression: only what can be told at a glance. */
    static void requireSmall(Val value, Turn turn) {
        if (value instanceof ValString text && text.value().length() > FeelBounds.LONGEST_TEXT) {
            throw turn.end(Spent.text());
        }
        if (value instanceof ValNumber number && digits(number.value().bigDecimal()) > FeelBounds.MOST_DIGITS) {
            throw turn.end(Spent.number());
        }
    }

    private static int digits(java.math.BigDecimal number) {
        return Math.max(number.precision(), Math.abs(number.scale()));
    }

    /** For a result: all that would be written. A list may hold the same list many times, which is small only as long as nobody reads it. */
    static void requireBounded(Val value) {
        var left = new ArrayDeque<Val>();
        var parts = 0;
        var text = 0L;
        for (var next = value; next != null; next = left.poll()) {
            if (++parts + left.size() > MOST_PARTS) {
                throw Turn.running().end(Spent.items());
            }
            switch (next) {
                case ValString said -> text += said.value().length();
                case ValList list -> {
                    requireItems(list);
                    list.itemsAsSeq().foreach(left::add);
                }
                case ValContext context
                when isMadeHere(context.context()) ->
                    context.context()
                            .variableProvider()
                            .getVariables()
                            .values()
                            .foreach(one -> one instanceof Val inner && left.add(inner));
                default -> {}
            }
            if (text > MOST_TEXT) {
                throw Turn.running().end(Spent.text());
            }
        }
    }

    private static void requireItems(ValList list) {
        if (list.itemsAsSeq().lengthCompare(MOST_PARTS) > 0) {
            throw Turn.running().end(Spent.items());
        }
    }

    /** What came in as a variable is as large as it was; its parts are not even read for this. */
    private static boolean isMadeHere(Context context) {
        return context.getClass().getName().startsWith("org.camunda.feel.");
    }
}
