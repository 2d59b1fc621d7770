package org.konsil.audit;

import java.io.IOException;
import java.io.Writer;

/** A line holds the entry exactly as it was hashed and its hash: {@code sha256(entry) == hash}; each entry names the hash before it. */
record JsonLines(Writer out) implements ExportWriter {

    @Override
    public void entry(AuditRow row, Link link) throws IOException {
        var text = Link.canonicalText(link.seq(), link.previousHash(), row);
        out.write("{\"entry\":" + text + ",\"hash\":\"" + link.hash() + "\"}\n");
    }
}
