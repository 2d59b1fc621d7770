package org.konsil.feel;

/** An expression took more than it may. Says nothing of what it worked on. */
final class Spent extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Spent(String message) {
        super(message, null, false, false);
    }

    static Spent time() {
        return new Spent("It takes too long and was stopped: look for loops over many items");
    }

    static Spent memory() {
        return new Spent("It needs too much memory and was stopped: look for loops over many items");
    }

    static Spent depth() {
        return new Spent("It needs a deeper stack than there is: it calls itself or is nested too deeply");
    }

    static Spent items() {
        return new Spent("It works on more than %d items".formatted(FeelBounds.MOST_ITEMS));
    }

    static Spent text() {
        return new Spent("It works on a text of more than %d characters".formatted(FeelBounds.LONGEST_TEXT));
    }

    static Spent number() {
        return new Spent("It works on a number of more than %d digits".formatted(FeelBounds.MOST_DIGITS));
    }
}
