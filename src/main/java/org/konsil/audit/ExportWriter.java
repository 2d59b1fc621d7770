package org.konsil.audit;

import java.io.IOException;

/** Writes entries in one format; the stream stays open. */
interface ExportWriter {

    /** @param link its place in the chain */
    void entry(AuditRow row, Link link) throws IOException;

    default void end() throws IOException {}
}
