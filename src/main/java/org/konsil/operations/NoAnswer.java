package org.konsil.operations;

/** The program that runs did not do what was asked of it. */
class NoAnswer extends RuntimeException {

    NoAnswer(String sentence) {
        super(sentence);
    }
}
