package org.konsil.rules;

/** The rule tables as they come with the program, read once for all tests, so that it can be said which of their rows were ever hit. */
public final class RuleBook {

    public static final Rules RULES = Rules.of("file:processes/*.dmn");

    private RuleBook() {}
}
