package org.konsil.forms;

import java.util.regex.Pattern;

/** A text that a pattern may look at only so often: one that backtracks without end is answered as no match. */
record BoundedText(CharSequence text, int[] looks) implements CharSequence {

    private static final int MOST_LOOKS = 5_000_000;

    private static final class TooMany extends RuntimeException {
        TooMany() {
            super(null, null, false, false);
        }
    }

    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new int[1])).find();
        } catch (TooMany | StackOverflowError e) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new TooMany();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
