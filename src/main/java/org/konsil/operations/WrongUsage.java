package org.konsil.operations;

/** The command line lacks a word. */
class WrongUsage extends RuntimeException {

    WrongUsage(String sentence) {
        super(sentence);
    }
}
