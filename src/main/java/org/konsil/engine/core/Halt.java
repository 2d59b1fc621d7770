package org.konsil.engine.core;

import org.konsil.engine.log.FailStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process at once: after a failed write nobody may be told anything more. */
final class Halt implements FailStop {

    private static final Logger LOG = LoggerFactory.getLogger(Halt.class);
    private static final int CANNOT_WRITE = 74; // EX_IOERR of sysexits.h

    @Override
    public void stop(String sentence, Throwable cause) {
        LOG.error(sentence, cause);
        Runtime.getRuntime().halt(CANNOT_WRITE);
    }
}
