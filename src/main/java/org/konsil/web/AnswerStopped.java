package org.konsil.web;

/** An answer broke off half-way, on purpose: its reader lost the right to the rest. There is nothing more to say on this connection. */
public class AnswerStopped extends RuntimeException {

    public AnswerStopped(String why) {
        super(why);
    }
}
