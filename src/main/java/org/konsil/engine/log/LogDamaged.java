package org.konsil.engine.log;

/** The log lost records that were acknowledged once; starting without them would contradict what clients were told. */
public final class LogDamaged extends RuntimeException {

    LogDamaged(String sentence) {
        super(sentence);
    }
}
